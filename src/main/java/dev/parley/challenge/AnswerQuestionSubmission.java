package dev.parley.challenge;

import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the form AnswerQuestion.
 *
 * @param answer the answer
 * @param evidenceLink where to find what supports it
 */
record AnswerQuestionSubmission(String answer, @Nullable String evidenceLink) {

	static AnswerQuestionSubmission read(Submission submission) {
		return new AnswerQuestionSubmission(submission.text("answer", "Answer", Submission.TEXT),
				submission.optionalText("evidenceLink", "Evidence link", Submission.LINE));
	}

}
