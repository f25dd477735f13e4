package dev.parley.identity;

/** What somebody does in a case. */
public enum Duty {

	RAISE(Side.NONE, "raised"), IDENTIFY(Side.NONE, "identified the asset of"),
	STATE_IT(Side.IT, "stated the IT position in"), STATE_SECURITY(Side.SECURITY, "stated the security position in"),
	DECIDE(Side.IT, "decided"), ASSURE(Side.SECURITY, "gave assurance in");

	private final Side side;

	private final String words;

	Duty(Side side, String words) {
		this.side = side;
		this.words = words;
	}

	public Side side() {
		return this.side;
	}

	/** The words between a person and "this case". */
	public String words() {
		return this.words;
	}

}
