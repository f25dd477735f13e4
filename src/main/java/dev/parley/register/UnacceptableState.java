package dev.parley.register;

/**
 * What is done about an open risk above tolerance; each is in exactly one state, as the
 * function {@code unacceptable_risks} of the database says.
 */
public enum UnacceptableState {

	EXEMPTION_IN_FORCE("Exemption in force"), EXEMPTION_EXPIRED("Exemption expired"),
	ACCEPTED_ABOVE_TOLERANCE("Accepted above tolerance"), IN_TREATMENT("In treatment"), NO_DECISION("No decision");

	private final String label;

	UnacceptableState(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
