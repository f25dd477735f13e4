package dev.parley.insight;

/** Why a case came from the committee to the chief risk officer. */
enum PassedOn {

	VOTED("The committee voted so"), NO_MAJORITY("No majority"), NO_QUORUM("No quorum"),
	NO_COMMITTEE("Could not be convened"), APPEAL("An appeal");

	private final String label;

	PassedOn(String label) {
		this.label = label;
	}

	String label() {
		return this.label;
	}

}
