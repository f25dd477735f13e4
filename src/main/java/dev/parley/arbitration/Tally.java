package dev.parley.arbitration;

/** What comes of a round of votes, as the table VoteTally says. */
enum Tally {

	RULING("A ruling"), NOT_CONFIRMED("No majority: the decision is not confirmed"), SECOND_CALL("A second call"),
	REFER_TO_CRO("Referred to the chief risk officer");

	private final String label;

	Tally(String label) {
		this.label = label;
	}

	String label() {
		return this.label;
	}

}
