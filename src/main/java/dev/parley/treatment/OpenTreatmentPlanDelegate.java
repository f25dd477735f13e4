package dev.parley.treatment;

import dev.parley.register.DecisionsInForce;
import dev.parley.register.TreatmentPlan.Action;
import dev.parley.register.TreatmentPlans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the plan, and finds out what is to be done. */
@Component("openTreatmentPlan")
class OpenTreatmentPlanDelegate implements JavaDelegate {

	private final TreatmentPlans plans;

	private final DecisionsInForce inForce;

	OpenTreatmentPlanDelegate(TreatmentPlans plans, DecisionsInForce inForce) {
		this.plans = plans;
		this.inForce = inForce;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = TreatmentPlanProcess.caseId(execution);
		this.inForce.ofCase(caseId).ifPresent(this.plans::begin);
		execution.setVariable(TreatmentPlanProcess.ACTIONS,
				this.plans.require(caseId)
					.actions()
					.stream()
					.filter((action) -> action.result() == null)
					.map(Action::number)
					.toList());
		execution.setVariable(TreatmentPlanProcess.ACTION_OVERDUE, false);
	}

}
