package dev.parley.register;

/** Where a case stands. */
public enum CaseState {

	OPEN("Open"), SETTLED("Settled"), SETTLED_WITH_DISSENT("Settled with dissent"), ESCALATED("Escalated"),
	WITHDRAWN("Withdrawn");

	private final String label;

	CaseState(String label) {
		this.label = label;
	}

	/**
	 * The state in words.
	 * @param over whether the case is over: escalated it is while it waits for a ruling,
	 * and when a ruling has settled it
	 */
	public String label(boolean over) {
		return (this == ESCALATED && over) ? "Escalated, ruled" : this.label;
	}

}
