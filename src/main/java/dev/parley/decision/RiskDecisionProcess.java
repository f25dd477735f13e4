package dev.parley.decision;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names of the model RiskDecision. */
final class RiskDecisionProcess {

	/** Case id; also the business key. */
	static final String CASE_ID = "caseId";

	private RiskDecisionProcess() {
	}

	static String caseId(DelegateExecution execution) {
		return (String) execution.getVariable(CASE_ID);
	}

}
