package dev.parley.register;

/** What changed of that which an acceptance or an exemption rests on. */
public enum OutdatingCause {

	/** Another office decides on the risk. */
	OWNER("Another owner"),
	/** The asset is of another class, or the risk is about another asset of one. */
	ASSET_CLASS("Another asset class"), LEVEL("Another level"),
	/** Somebody rated it anew, whatever it came to. */
	SCORE("A newer score"), APPETITE("Another appetite");

	private final String label;

	OutdatingCause(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
