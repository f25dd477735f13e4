package dev.parley.register;

/** How far a case went beyond the offices that take part in it. */
public enum CaseReach {

	/** No further. */
	OFFICES,
	/** An exemption was granted in it, which the chief risk officer may revoke. */
	EXEMPTED,
	/** It is escalated, or a ruling was given on it. */
	HANDED_UP

}
