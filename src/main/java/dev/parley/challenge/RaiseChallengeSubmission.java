package dev.parley.challenge;

import java.util.List;

import dev.parley.register.ChallengeDraft;
import dev.parley.register.Treatment;
import dev.parley.submission.Submission;

/** Reads the answers of the form RaiseChallenge. */
final class RaiseChallengeSubmission {

	/** Most questions of one round. */
	static final int QUESTIONS = 20;

	/** Longest question, in characters. */
	static final int QUESTION = 500;

	private RaiseChallengeSubmission() {
	}

	static ChallengeDraft read(Submission submission) {
		List<String> questions = submission.lines("questions", "Questions", QUESTIONS, QUESTION);
		String examined = submission.optionalText("examined", "Examined", Submission.TEXT);
		if (questions.isEmpty() && examined == null) {
			submission.refuse("Ask at least one question (questions), or state what you examined (examined):"
					+ " no question is an answer too, and has to rest on something.");
		}
		return new ChallengeDraft(questions, examined,
				submission.optionalChoice("recommendedTreatment", "Recommended treatment", Treatment.class),
				submission.optionalText("conditions", "Conditions", Submission.TEXT));
	}

}
