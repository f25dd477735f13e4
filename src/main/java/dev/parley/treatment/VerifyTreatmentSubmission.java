package dev.parley.treatment;

import dev.parley.register.Score;
import dev.parley.submission.Submission;

/**
 * The answers of the form VerifyTreatment.
 *
 * @param outcome whether the treatment had its effect
 * @param score the score of the risk from now on
 * @param reasoning why
 */
record VerifyTreatmentSubmission(Outcome outcome, Score score, String reasoning) {

	/** What the CISO may find. */
	enum Outcome {

		EFFECTIVE, NOT_EFFECTIVE

	}

	static VerifyTreatmentSubmission read(Submission submission) {
		return new VerifyTreatmentSubmission(submission.choice("outcome", "Outcome", Outcome.class),
				new Score(submission.wholeNumber("likelihood", "Likelihood", 1, 5),
						submission.wholeNumber("impact", "Impact", 1, 5)),
				submission.text("reasoning", "Reasoning", Submission.TEXT));
	}

}
