package dev.parley.insight;

/**
 * What became of a decision, once that does not change any more. One that still waits for
 * an opinion or a confirmation has no outcome yet.
 */
enum DecisionOutcome {

	/** Put in force, and no objection of the CISO stands against it. */
	IN_FORCE("In force"),
	/** Put in force although an objection stands. */
	IN_FORCE_WITH_DISSENT("In force with dissent"),
	/** Not confirmed by whoever had to. */
	REFUSED("Refused"),
	/** Revised by its owner after an objection. */
	REPLACED("Replaced");

	private final String label;

	DecisionOutcome(String label) {
		this.label = label;
	}

	String label() {
		return this.label;
	}

}
