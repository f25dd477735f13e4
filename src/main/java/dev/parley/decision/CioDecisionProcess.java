package dev.parley.decision;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names of the model CioDecision. */
final class CioDecisionProcess {

	/** Case id; also the business key. */
	static final String CASE_ID = "caseId";

	/** Name of the band of the higher current level. */
	static final String BAND = "band";

	/** Name of the band of the level that the decision is routed by. */
	static final String ROUTING_BAND = "routingBand";

	/** Name of the treatment that was decided. */
	static final String TREATMENT = "treatment";

	/** How many exemptions on the risk went before, for an exemption. */
	static final String RENEWAL = "renewal";

	/** Whether the CISO objects, and stays with it. */
	static final String OBJECTION_STANDS = "objectionStands";

	/** Whether the CISO gave an opinion in time. */
	static final String ASSURANCE_GIVEN = "assuranceGiven";

	/** Whether an attempt to agree is due. */
	static final String AGREEMENT_NEEDED = "agreementNeeded";

	/** Groups of both sides, the owner's first. */
	static final String SIDES = "sides";

	/** Group of the side whose turn it is in the attempt to agree. */
	static final String SIDE = "side";

	/** Whether the owner revised the decision in the attempt to agree. */
	static final String DECISION_REVISED = "decisionRevised";

	/** Whose confirmation puts the decision in force: NONE, COMMITTEE or CRO. */
	static final String CONFIRMATION = "confirmation";

	/** Why it needs one: CONFLICT, AUTHORITY or OVERDUE. */
	static final String REASON = "reason";

	/**
	 * The decision cannot be in force without a confirmation, whatever the table says.
	 */
	static final String ERR_CONFIRMATION_NEEDED = "Err_ConfirmationNeeded";

	private CioDecisionProcess() {
	}

	static String caseId(DelegateExecution execution) {
		return (String) execution.getVariable(CASE_ID);
	}

}
