package dev.parley.register;

/** What a risk endangers. */
public enum Category {

	DATA("Data"), AVAILABILITY("Availability"), INTEGRITY("Integrity"), IDENTITY("Identity"), SUPPLIER("Supplier"),
	COMPLIANCE("Compliance"), SAFETY("Safety");

	private final String label;

	Category(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
