package dev.parley.treatment;

import dev.parley.register.TreatmentPlan.Effect;
import dev.parley.register.TreatmentPlan.Verification;
import dev.parley.register.TreatmentPlans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that nobody verified the treatment in time, which never counts as effect. */
@Component("recordNotVerified")
class RecordNotVerifiedDelegate implements JavaDelegate {

	private final TreatmentPlans plans;

	private final TreatmentConclusion conclusion;

	RecordNotVerifiedDelegate(TreatmentPlans plans, TreatmentConclusion conclusion) {
		this.plans = plans;
		this.conclusion = conclusion;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = TreatmentPlanProcess.caseId(execution);
		this.plans.verify(this.plans.require(caseId), new Verification(Effect.NOT_VERIFIED, null, null, null));
		this.conclusion.draw(caseId);
	}

}
