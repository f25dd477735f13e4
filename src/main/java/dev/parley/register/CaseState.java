package dev.parley.register;

/** Where a case stands. */
public enum CaseState {

	OPEN("Open"), SETTLED("Settled"), SETTLED_WITH_DISSENT("Settled with dissent"), ESCALATED("Escalated"),
	WITHDRAWN("Withdrawn");

	private final String label;

	CaseState(String label) {
		this.label = label;
	}

	/** Whether nothing more happens in the case. */
	public boolean isOver() {
		return this == SETTLED || this == SETTLED_WITH_DISSENT || this == WITHDRAWN;
	}

	public String label() {
		return this.label;
	}

}
