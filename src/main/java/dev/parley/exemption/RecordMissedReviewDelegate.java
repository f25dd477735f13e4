package dev.parley.exemption;

import dev.parley.register.ExemptionReview.Conclusion;
import dev.parley.register.ExemptionReview.Outcome;
import dev.parley.register.ExemptionReviews;
import dev.parley.register.Exemptions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that nobody reviewed the exemption in time, which lets it expire. */
@Component("recordMissedReview")
class RecordMissedReviewDelegate implements JavaDelegate {

	private final Exemptions exemptions;

	private final ExemptionReviews reviews;

	private final ExemptionNotices notices;

	RecordMissedReviewDelegate(Exemptions exemptions, ExemptionReviews reviews, ExemptionNotices notices) {
		this.exemptions = exemptions;
		this.reviews = reviews;
		this.notices = notices;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = ExemptionProcess.caseId(execution);
		String exemptionId = this.exemptions.requireGranted(caseId).id();
		this.reviews.conclude(exemptionId, new Conclusion(Outcome.NOT_REVIEWED, null, null, null));
		this.notices.tell(caseId,
				"Exemption %s was not reviewed in time and is left to expire.".formatted(exemptionId));
	}

}
