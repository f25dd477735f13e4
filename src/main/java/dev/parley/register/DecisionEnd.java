package dev.parley.register;

/** Why a decision that was in force is so no longer. */
public enum DecisionEnd {

	/** Another decision on the risk came in force. */
	LATER_DECISION,
	/** What it did about the risk was verified, and failed. */
	NOT_EFFECTIVE,
	/** Nobody verified in time what it did about the risk. */
	NOT_VERIFIED,
	/** Its exemption expired, was revoked or closed. */
	EXEMPTION_ENDED, RISK_CLOSED

}
