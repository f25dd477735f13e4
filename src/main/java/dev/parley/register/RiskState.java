package dev.parley.register;

/** Where a risk stands. */
public enum RiskState {

	OPEN("Open"), CLOSED("Closed");

	private final String label;

	RiskState(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
