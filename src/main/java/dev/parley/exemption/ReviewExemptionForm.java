package dev.parley.exemption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import dev.parley.identity.Duty;
import dev.parley.identity.Office;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Exemption;
import dev.parley.register.ExemptionReview.Conclusion;
import dev.parley.register.ExemptionReviews;
import dev.parley.register.ExemptionRules;
import dev.parley.register.Exemptions;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The CISO advises on an exemption, then the owner renews, closes or lets expire. */
@Component
class ReviewExemptionForm implements TaskForm<ReviewExemptionSubmission> {

	private final Exemptions exemptions;

	private final ExemptionReviews reviews;

	private final ExemptionRules rules;

	private final CaseSoFar caseSoFar;

	private final Clock clock;

	ReviewExemptionForm(Exemptions exemptions, ExemptionReviews reviews, ExemptionRules rules, CaseSoFar caseSoFar,
			Clock clock) {
		this.exemptions = exemptions;
		this.reviews = reviews;
		this.rules = rules;
		this.caseSoFar = caseSoFar;
		this.clock = clock;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return isSecuritys(part) ? Duty.ADVISE_REVIEW : Duty.REVIEW;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		Map<String, @Nullable Object> shown = new HashMap<>(this.caseSoFar.of(caseId));
		shown.put("side", isSecuritys(part) ? "SECURITY" : "OWNER");
		shown.put("limits", this.rules.sentence(this.exemptions.requireGranted(caseId).riskId()));
		return shown;
	}

	@Override
	public ReviewExemptionSubmission read(Submission submission, TaskContext task) {
		return isSecuritys(task.part()) ? ReviewExemptionSubmission.readAdvice(submission)
				: ReviewExemptionSubmission.readOutcome(submission, LocalDate.now(this.clock).plusDays(1));
	}

	@Override
	public Map<String, Object> accept(ReviewExemptionSubmission answers, TaskContext task) {
		Exemption exemption = this.exemptions.requireGranted(task.caseId());
		if (isSecuritys(task.part())) {
			this.reviews.advise(exemption.id(), answers.advice(), task.user());
			return Map.of();
		}
		ReviewExemptionSubmission.Outcome outcome = Objects.requireNonNull(answers.outcome());
		LocalDate endsOn = answers.endsOn();
		if (endsOn != null) {
			this.rules.objectionTo(exemption.riskId(), endsOn).ifPresent((objection) -> {
				throw new SubmissionRefused(objection);
			});
		}
		this.reviews.conclude(exemption.id(),
				new Conclusion(outcome.recorded(), endsOn, answers.rationale(), task.user()));
		return Map.of(ExemptionProcess.REVIEW_OUTCOME, outcome.name());
	}

	private static boolean isSecuritys(@Nullable String part) {
		return Office.CISO.group().equals(part);
	}

}
