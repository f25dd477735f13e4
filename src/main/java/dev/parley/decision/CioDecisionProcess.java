package dev.parley.decision;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names of the model CioDecision. */
final class CioDecisionProcess {

	/** Case id; also the business key. */
	static final String CASE_ID = "caseId";

	private CioDecisionProcess() {
	}

	static String caseId(DelegateExecution execution) {
		return (String) execution.getVariable(CASE_ID);
	}

}
