package dev.parley.challenge;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.parley.register.Judgement;
import dev.parley.submission.Submission;

/**
 * The answers of the form JudgeAnswers.
 *
 * @param outcome what the answers came to
 * @param satisfied numbers of the questions whose answers satisfied
 * @param furtherQuestions what is asked in another round
 */
record JudgeAnswersSubmission(Outcome outcome, Set<Integer> satisfied, List<String> furtherQuestions) {

	/** What the CISO may judge. */
	enum Outcome {

		SUPPORTED, SUPPORTED_WITH_CONDITIONS, CONTESTED, ANOTHER_ROUND;

		Judgement judgement() {
			return Judgement.valueOf(name());
		}

	}

	/**
	 * Reads a judgement.
	 * @param asked numbers of the questions that are judged
	 */
	static JudgeAnswersSubmission read(Submission submission, Collection<Integer> asked) {
		Outcome outcome = submission.choice("outcome", "Outcome", Outcome.class);
		submission.stopIfFaulty();
		List<String> further = submission.lines("furtherQuestions", "Further questions",
				RaiseChallengeSubmission.QUESTIONS, RaiseChallengeSubmission.QUESTION);
		if (outcome == Outcome.ANOTHER_ROUND && further.isEmpty()) {
			submission.refuse("Another round needs a question at least (furtherQuestions).");
		}
		if (outcome != Outcome.ANOTHER_ROUND && !further.isEmpty()) {
			submission.refuse(
					"Further questions (furtherQuestions) belong to the outcome ANOTHER_ROUND; leave them out for %s."
						.formatted(outcome));
		}
		return new JudgeAnswersSubmission(outcome, submission.numbers("satisfied", "Satisfied", asked), further);
	}

}
