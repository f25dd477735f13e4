package dev.parley.treatment;

import org.camunda.bpm.engine.delegate.VariableScope;

/** Names of the model TreatmentPlan. */
final class TreatmentPlanProcess {

	/** Case id; also the business key. */
	static final String CASE_ID = "caseId";

	/** Numbers of the actions that are still to be done. */
	static final String ACTIONS = "actions";

	/** Number of the action that a task is about. */
	static final String ACTION = "action";

	/** Whether an action is past its grace, which ends the wait for the others. */
	static final String ACTION_OVERDUE = "actionOverdue";

	private TreatmentPlanProcess() {
	}

	static String caseId(VariableScope scope) {
		return (String) scope.getVariable(CASE_ID);
	}

	static int action(VariableScope scope) {
		return ((Number) scope.getVariable(ACTION)).intValue();
	}

}
