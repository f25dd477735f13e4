package dev.parley.arbitration;

/** What a member of the committee votes for. */
enum Vote {

	UPHOLD_DECISION("Uphold the decision"), UPHOLD_OBJECTION("Uphold the objection"),
	IMPOSE_CONDITIONS("Impose conditions"), REFER_TO_CRO("Refer to the chief risk officer"), ABSTAIN("Abstain");

	private final String label;

	Vote(String label) {
		this.label = label;
	}

	String label() {
		return this.label;
	}

}
