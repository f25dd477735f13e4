package dev.parley.intake;

import dev.parley.register.Position.Statement;
import dev.parley.register.Score;
import dev.parley.submission.Submission;

/** The answers of the forms StateItPosition and StateSecurityPosition. */
final class StatePositionSubmission {

	private static final int LOWEST = 1;

	private static final int HIGHEST = 5;

	private StatePositionSubmission() {
	}

	static Statement readIt(Submission submission) {
		return new Statement(current(submission), residual(submission), reasoning(submission),
				submission.optionalText("costOfDelay", "Cost of delay", Submission.TEXT), null, null, null);
	}

	static Statement readSecurity(Submission submission) {
		return new Statement(current(submission), residual(submission), reasoning(submission), null,
				submission.text("threat", "Threat", Submission.TEXT),
				submission.optionalText("evidence", "Evidence", Submission.TEXT), null);
	}

	/** The same answers, and who asked for a lower position. */
	static Statement readRestated(Submission submission) {
		return new Statement(current(submission), residual(submission), reasoning(submission), null,
				submission.text("threat", "Threat", Submission.TEXT),
				submission.optionalText("evidence", "Evidence", Submission.TEXT),
				submission.optionalText("requestedBy", "Asked for by", Submission.LINE));
	}

	private static Score current(Submission submission) {
		return new Score(submission.wholeNumber("likelihood", "Likelihood", LOWEST, HIGHEST),
				submission.wholeNumber("impact", "Impact", LOWEST, HIGHEST));
	}

	private static Score residual(Submission submission) {
		return new Score(submission.wholeNumber("residualLikelihood", "Residual likelihood", LOWEST, HIGHEST),
				submission.wholeNumber("residualImpact", "Residual impact", LOWEST, HIGHEST));
	}

	private static String reasoning(Submission submission) {
		return submission.text("reasoning", "Reasoning", Submission.TEXT);
	}

}
