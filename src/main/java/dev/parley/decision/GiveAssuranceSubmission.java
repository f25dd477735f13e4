package dev.parley.decision;

import dev.parley.register.Assurance;
import dev.parley.submission.Submission;

/** Reads the answers of the form GiveAssurance. */
final class GiveAssuranceSubmission {

	private GiveAssuranceSubmission() {
	}

	static Assurance read(Submission submission) {
		return new Assurance(submission.choice("outcome", "Outcome", Assurance.Outcome.class),
				submission.checked("informed", "Informed"), submission.checked("defensible", "Defensible"),
				submission.text("opinion", "Opinion", Submission.TEXT));
	}

}
