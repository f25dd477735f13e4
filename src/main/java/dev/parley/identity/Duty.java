package dev.parley.identity;

import org.jspecify.annotations.Nullable;

/** What somebody does in a case. */
public enum Duty {

	RAISE(Side.NONE, null, "raised"), IDENTIFY(Side.NONE, null, "identified the asset of"),
	STATE_IT(Side.IT, Office.CIO, "stated the IT position in"),
	STATE_SECURITY(Side.SECURITY, Office.CISO, "stated the security position in"),
	RESTATE_SECURITY(Side.SECURITY, Office.CISO, "restated the security position in"),
	CHALLENGE(Side.SECURITY, Office.CISO, "challenged"), ANSWER(Side.IT, Office.CIO, "answered a question in"),
	JUDGE(Side.SECURITY, Office.CISO, "judged the answers in"),
	/** The office that decides is that of the case's asset. */
	DECIDE(Side.IT, null, "decided"), ASSURE(Side.SECURITY, Office.CISO, "gave assurance in"),
	/** The owner's half of the attempt to agree. */
	RECONSIDER(Side.IT, null, "reconsidered the decision in"),
	/** Security's half of the attempt to agree. */
	RECONSIDER_OBJECTION(Side.SECURITY, Office.CISO, "reconsidered the objection in"),
	/** The owner's plea before the committee or the chief risk officer. */
	PLEAD(Side.IT, null, "pleaded in"),
	/** Security's plea. */
	PLEAD_SECURITY(Side.SECURITY, Office.CISO, "pleaded in"),
	/** A vote, or a recusal. */
	VOTE(Side.NONE, Office.COMMITTEE_MEMBER, "answered the call to vote in"), RULE(Side.NONE, Office.CRO, "ruled in"),
	ACKNOWLEDGE(Side.IT, null, "acknowledged the ruling in"),
	/** Security's half of taking note of a ruling. */
	ACKNOWLEDGE_SECURITY(Side.SECURITY, Office.CISO, "acknowledged the ruling in"),
	WITHDRAW(Side.NONE, null, "withdrew"),
	/** The duty of whoever owns the action. */
	COMPLETE_ACTION(Side.NONE, null, "reported on an action of"),
	VERIFY_TREATMENT(Side.SECURITY, Office.CISO, "verified the treatment of"),
	/** The duty of whoever owns the compensating controls. */
	ATTEST(Side.IT, null, "attested the controls in"),
	VERIFY_ATTESTATION(Side.SECURITY, Office.CISO, "verified the attestation in"),
	/** Security's half of the review of an exemption. */
	ADVISE_REVIEW(Side.SECURITY, Office.CISO, "advised on the exemption of"),
	/** The owner's half of the review of an exemption. */
	REVIEW(Side.IT, null, "reviewed the exemption of"), REVOKE(Side.NONE, Office.CRO, "revoked the exemption of"),
	/** Security's word that the risk is gone. */
	CONFIRM_GONE(Side.SECURITY, Office.CISO, "confirmed to be gone the risk of");

	private final @Nullable Office office;

	private final Side side;

	private final String words;

	Duty(Side side, @Nullable Office office, String words) {
		this.side = side;
		this.office = office;
		this.words = words;
	}

	public Side side() {
		return this.side;
	}

	/**
	 * The one office whose duty this is, whatever a diagram says; null when another rule
	 * says it.
	 */
	public @Nullable Office office() {
		return this.office;
	}

	/** Whether it is the duty of the office that owns the risk. */
	public boolean isOwners() {
		return decides() || this == PLEAD || this == ACKNOWLEDGE || this == REVIEW;
	}

	/** Whether the owner decides by it. */
	boolean decides() {
		return this == DECIDE || this == RECONSIDER;
	}

	/** Whether somebody neutral judges the case by it. */
	boolean judges() {
		return this == VOTE || this == RULE;
	}

	/** Whether it comes after the case, and takes no part in it. */
	boolean isAftermath() {
		return this == COMPLETE_ACTION || this == REVOKE;
	}

	/** The words between a person and "this case". */
	public String words() {
		return this.words;
	}

}
