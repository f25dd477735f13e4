package dev.parley.decision;

import dev.parley.register.Assurance.Opinion;
import dev.parley.submission.Submission;

/** Reads the answers of the form GiveAssurance. */
final class GiveAssuranceSubmission {

	private GiveAssuranceSubmission() {
	}

	/** What the CISO may come to. */
	enum Outcome {

		ASSURED, OBJECTED

	}

	static Opinion read(Submission submission) {
		return new Opinion(submission.choice("outcome", "Outcome", Outcome.class) == Outcome.OBJECTED,
				submission.checked("informed", "Informed"), submission.checked("defensible", "Defensible"),
				submission.text("opinion", "Opinion", Submission.TEXT));
	}

}
