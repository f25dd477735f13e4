package dev.parley.arbitration;

import dev.parley.arbitration.Endorsement.Outcome;
import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

/**
 * What the executive sponsor submits on a composition.
 *
 * @param outcome what the sponsor says
 * @param reason why; always there when it is refused
 */
record CompositionAnswer(Outcome outcome, @Nullable String reason) {

	static CompositionAnswer read(Submission submission) {
		Outcome outcome = submission.choice("outcome", "Answer", Outcome.class);
		String reason = (outcome == Outcome.REFUSED) ? submission.text("reason", "Reason", Submission.TEXT)
				: submission.optionalText("reason", "Reason", Submission.TEXT);
		submission.close();
		return new CompositionAnswer(outcome, reason);
	}

}
