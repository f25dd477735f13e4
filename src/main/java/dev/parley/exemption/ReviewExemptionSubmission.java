package dev.parley.exemption;

import java.time.LocalDate;

import dev.parley.register.ExemptionReview;
import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the form ReviewExemption: advice, or what is done.
 *
 * @param advice what the CISO advises, or null
 * @param outcome what the owner does; null for the CISO's half
 * @param endsOn the last day that the owner proposes for a renewal, or null
 * @param rationale why; needed to renew and to close
 */
record ReviewExemptionSubmission(@Nullable String advice, @Nullable Outcome outcome, @Nullable LocalDate endsOn,
		@Nullable String rationale) {

	/** What the owner may do. */
	enum Outcome {

		RENEW, CLOSE, LET_EXPIRE;

		ExemptionReview.Outcome recorded() {
			return ExemptionReview.Outcome.valueOf(name());
		}

	}

	/** Reads the CISO's half. */
	static ReviewExemptionSubmission readAdvice(Submission submission) {
		return new ReviewExemptionSubmission(submission.optionalText("advice", "Advice", Submission.TEXT), null, null,
				null);
	}

	/**
	 * Reads the owner's half.
	 * @param tomorrow the earliest last day of a renewal
	 */
	static ReviewExemptionSubmission readOutcome(Submission submission, LocalDate tomorrow) {
		Outcome outcome = submission.choice("outcome", "Outcome", Outcome.class);
		submission.stopIfFaulty();
		if (outcome != Outcome.RENEW && submission.isAnswered("endsOn")) {
			submission.refuse("Ends on (endsOn) belongs to the outcome RENEW; leave it out for %s.".formatted(outcome));
		}
		LocalDate endsOn = (outcome == Outcome.RENEW) ? submission.dateFrom("endsOn", "Ends on", tomorrow) : null;
		String rationale = (outcome == Outcome.LET_EXPIRE)
				? submission.optionalText("rationale", "Rationale", Submission.TEXT)
				: submission.text("rationale", "Rationale", Submission.TEXT);
		return new ReviewExemptionSubmission(null, outcome, endsOn, rationale);
	}

}
