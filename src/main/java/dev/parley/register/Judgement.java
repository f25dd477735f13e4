package dev.parley.register;

/** What the CISO's challenge of a case came to. */
public enum Judgement {

	SUPPORTED("Supported"), SUPPORTED_WITH_CONDITIONS("Supported with conditions"), CONTESTED("Contested"),
	ANOTHER_ROUND("Another round of questions"),
	/** Time ran out; never counts as support. */
	NOT_JUDGED("Not judged in time");

	private final String label;

	Judgement(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
