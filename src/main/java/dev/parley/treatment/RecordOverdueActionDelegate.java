package dev.parley.treatment;

import dev.parley.register.TreatmentPlan;
import dev.parley.register.TreatmentPlan.Action;
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

	private final TreatmentNotices notices;

	RecordOverdueActionDelegate(TreatmentPlans plans, TreatmentNotices notices) {
		this.plans = plans;
		this.notices = notices;
	}

	@Override
	public void execute(DelegateExecution execution) {
		TreatmentPlan plan = this.plans.require(TreatmentPlanProcess.caseId(execution));
		Action action = plan.action(TreatmentPlanProcess.action(execution)).orElseThrow();
		this.plans.report(plan, action.number(), new Result(ActionState.OVERDUE, null, null, null));
		this.notices.tell(plan.caseId(), action.owner(),
				"Action %d of case %s is past its grace: %s. The CISO's office verifies the treatment as it is."
					.formatted(action.number(), plan.caseId(), action.action()));
		execution.setVariable(TreatmentPlanProcess.ACTION_OVERDUE, true);
	}

}
