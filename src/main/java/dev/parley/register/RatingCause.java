package dev.parley.register;

/** Why a risk was rated anew. */
public enum RatingCause {

	POSITIONS("Comparison of the positions"), RESTATEMENT("Security position restated"),
	/** The CISO verified what a treatment came to. */
	VERIFICATION("Treatment verified"),
	/** The rules changed. */
	APPETITE("Risk appetite changed"),
	/** The class of the asset changed. */
	ASSET("Asset changed");

	private final String label;

	RatingCause(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
