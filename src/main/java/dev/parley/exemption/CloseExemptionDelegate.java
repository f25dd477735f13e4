package dev.parley.exemption;

import dev.parley.register.Exemption;
import dev.parley.register.ExemptionReview.Conclusion;
import dev.parley.register.ExemptionReviews;
import dev.parley.register.ExemptionState;
import dev.parley.register.Exemptions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes an exemption that its owner no longer needs. */
@Component("closeExemption")
class CloseExemptionDelegate implements JavaDelegate {

	private final Exemptions exemptions;

	private final ExemptionReviews reviews;

	private final ExemptionEnding ending;

	CloseExemptionDelegate(Exemptions exemptions, ExemptionReviews reviews, ExemptionEnding ending) {
		this.exemptions = exemptions;
		this.reviews = reviews;
		this.ending = ending;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Exemption exemption = this.exemptions.requireGranted(ExemptionProcess.caseId(execution));
		Conclusion conclusion = this.reviews.of(exemption.id()).get(0).conclusion();
		if (conclusion == null) {
			throw new IllegalStateException("The review of exemption %s is not over".formatted(exemption.id()));
		}
		this.ending.end(exemption, ExemptionState.CLOSED, String.valueOf(conclusion.rationale()),
				"Exemption %s is closed. What remains of the risk has to be decided.".formatted(exemption.id()),
				String.valueOf(conclusion.by()));
	}

}
