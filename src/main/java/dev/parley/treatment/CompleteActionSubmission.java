package dev.parley.treatment;

import dev.parley.register.TreatmentPlan.ActionState;
import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the form CompleteAction.
 *
 * @param state whether the action is done
 * @param evidenceLink what shows it, or null
 * @param remark what its owner adds; why not, where it is not done
 */
record CompleteActionSubmission(ActionState state, @Nullable String evidenceLink, @Nullable String remark) {

	static CompleteActionSubmission read(Submission submission) {
		boolean done = submission.checked("done", "Done");
		String evidenceLink = submission.optionalText("evidenceLink", "Evidence", Submission.LINE);
		String remark = submission.optionalText("remark", "Remark", Submission.TEXT);
		submission.stopIfFaulty();
		if (!done && remark == null) {
			submission.refuse("An action that is not done (done) needs a remark that says why it will not be (remark)."
					+ " If it will be done, leave the task open until then.");
		}
		return new CompleteActionSubmission(done ? ActionState.DONE : ActionState.NOT_DONE, evidenceLink, remark);
	}

}
