package dev.parley.exemption;

import dev.parley.engine.CaseOpening;
import dev.parley.register.Cases;
import dev.parley.register.Exemption;
import dev.parley.register.ExemptionReview.Conclusion;
import dev.parley.register.ExemptionReviews;
import dev.parley.register.RiskCase;
import dev.parley.register.Exemptions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Opens the case that asks for a renewal, which begins at its decision. Where a case on
 * the risk goes on already, that one has to decide.
 */
@Component("openRenewalCase")
class OpenRenewalCaseDelegate implements JavaDelegate {

	private final Exemptions exemptions;

	private final ExemptionReviews reviews;

	private final Cases cases;

	private final CaseOpening opening;

	private final ExemptionNotices notices;

	OpenRenewalCaseDelegate(Exemptions exemptions, ExemptionReviews reviews, Cases cases, CaseOpening opening,
			ExemptionNotices notices) {
		this.exemptions = exemptions;
		this.reviews = reviews;
		this.cases = cases;
		this.opening = opening;
		this.notices = notices;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = ExemptionProcess.caseId(execution);
		Exemption exemption = this.exemptions.requireGranted(caseId);
		Conclusion conclusion = this.reviews.of(exemption.id()).get(0).conclusion();
		if (conclusion == null) {
			throw new IllegalStateException("The review of exemption %s is not over".formatted(exemption.id()));
		}
		String because = "The owner asks to renew exemption %s until %s: %s".formatted(exemption.id(),
				conclusion.endsOn(), conclusion.rationale());
		String deciding = this.opening
			.openAtDecision(this.cases.require(caseId), because,
					(renewalCase) -> this.reviews.recordRenewal(renewalCase, exemption.id(), conclusion))
			.or(() -> this.cases.latestOf(exemption.riskId()).map(RiskCase::caseId))
			.orElseThrow();
		this.notices.tell(caseId,
				"The renewal of exemption %s is asked for. Case %s decides on it.".formatted(exemption.id(), deciding));
	}

}
