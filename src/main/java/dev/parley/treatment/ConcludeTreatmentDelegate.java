package dev.parley.treatment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Draws the conclusion from what the CISO verified. */
@Component("concludeTreatment")
class ConcludeTreatmentDelegate implements JavaDelegate {

	private final TreatmentConclusion conclusion;

	ConcludeTreatmentDelegate(TreatmentConclusion conclusion) {
		this.conclusion = conclusion;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.conclusion.draw(TreatmentPlanProcess.caseId(execution));
	}

}
