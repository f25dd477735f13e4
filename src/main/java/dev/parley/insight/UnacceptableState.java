package dev.parley.insight;

/** What is done about an open risk above tolerance; each is in exactly one state. */
enum UnacceptableState {

	EXEMPTION_IN_FORCE("Exemption in force"), EXEMPTION_EXPIRED("Exemption expired"),
	ACCEPTED_ABOVE_TOLERANCE("Accepted above tolerance"), IN_TREATMENT("In treatment"), NO_DECISION("No decision");

	private final String label;

	UnacceptableState(String label) {
		this.label = label;
	}

	String label() {
		return this.label;
	}

}
