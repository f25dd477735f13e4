package dev.parley.arbitration;

/** What follows a ruling in its case. */
enum Aftermath {

	/** The decision is in force, and the case is over. */
	IN_FORCE,
	/** The owner decides once more, or at last. */
	DECIDE_AGAIN,
	/** The case is over without a decision; another one begins on the same risk. */
	NEW_CASE

}
