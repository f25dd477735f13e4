package dev.parley.intake;

import dev.parley.register.Category;
import dev.parley.register.RaisedRisk;
import dev.parley.submission.Submission;

/** The answers of the form RaiseRisk. */
final class RaiseRiskSubmission {

	private RaiseRiskSubmission() {
	}

	static RaisedRisk read(Submission submission) {
		return new RaisedRisk(submission.text("title", "Title", Submission.LINE),
				submission.text("scenario", "Scenario", Submission.TEXT),
				submission.choice("category", "Category", Category.class),
				submission.optionalText("initiative", "Initiative", Submission.LINE),
				submission.text("benefit", "Benefit", Submission.TEXT),
				submission.optionalDate("neededBy", "Needed by"),
				submission.checked("initiativeStarted", "Has it begun already"));
	}

}
