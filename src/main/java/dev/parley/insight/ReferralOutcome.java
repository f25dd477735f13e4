package dev.parley.insight;

/** What became of a referral, once that does not change any more. */
enum ReferralOutcome {

	/** The owner's decision is upheld as it is. */
	UPHELD("Upheld"),
	/** The decision is not confirmed; in a conflict, the objection is upheld. */
	NOT_CONFIRMED("Not confirmed"),
	/** Conditions are imposed. */
	CONDITIONS("Conditions"),
	/** A decision came before the ruling. */
	REPLACED("Replaced"),
	/** The case was withdrawn. */
	WITHDRAWN("Withdrawn");

	private final String label;

	ReferralOutcome(String label) {
		this.label = label;
	}

	String label() {
		return this.label;
	}

}
