package dev.parley.arbitration;

import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the form PleadCase.
 *
 * @param plea what a side asks for, and why
 * @param wouldAccept what it could live with
 * @param links where to find what supports it
 */
record PleadCaseSubmission(String plea, @Nullable String wouldAccept, @Nullable String links) {

	static PleadCaseSubmission read(Submission submission) {
		return new PleadCaseSubmission(submission.text("plea", "Plea", Submission.TEXT),
				submission.optionalText("wouldAccept", "Would accept", Submission.TEXT),
				submission.optionalText("links", "Links", Submission.TEXT));
	}

}
