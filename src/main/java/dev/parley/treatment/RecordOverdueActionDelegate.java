package dev.parley.treatment;

import dev.parley.register.TreatmentPlan;
import dev.parley.register.TreatmentPlan.ActionState;
import dev.parley.register.TreatmentPlan.Result;
import dev.parley.register.TreatmentPlans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that an action is past its grace, and lets the plan be verified as it is. */
@Component("recordOverdueAction")
class RecordOverdueActionDelegate implements JavaDelegate {

	private final TreatmentPlans plans;

	RecordOverdueActionDelegate(TreatmentPlans plans) {
		this.plans = plans;
	}

	@Override
	public void execute(DelegateExecution execution) {
		TreatmentPlan plan = this.plans.require(TreatmentPlanProcess.caseId(execution));
		this.plans.report(plan, TreatmentPlanProcess.action(execution),
				new Result(ActionState.OVERDUE, null, null, null));
		execution.setVariable(TreatmentPlanProcess.ACTION_OVERDUE, true);
	}

}
