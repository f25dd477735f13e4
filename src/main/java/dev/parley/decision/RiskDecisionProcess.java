package dev.parley.decision;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names of the model RiskDecision. */
final class RiskDecisionProcess {

	/** Case id; also the business key. */
	static final String CASE_ID = "caseId";

	/** Whose confirmation the decision needs: NONE, COMMITTEE or CRO. */
	static final String CONFIRMATION = "confirmation";

	/** Why it needs one: CONFLICT, AUTHORITY or OVERDUE. */
	static final String REASON = "reason";

	/** Whether an overdue decision was handed up now, and not before. */
	static final String HANDED_UP_ANEW = "handedUpAnew";

	/** Tells a case that was referred because it was overdue that a decision is made. */
	static final String MSG_DECISION_MADE = "Msg_DecisionMade";

	/** Ends a case. */
	static final String MSG_CASE_WITHDRAWN = "Msg_CaseWithdrawn";

	private RiskDecisionProcess() {
	}

	static String caseId(DelegateExecution execution) {
		return (String) execution.getVariable(CASE_ID);
	}

}
