package dev.parley.arbitration;

import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the form AcknowledgeRuling.
 *
 * @param remark what a side says to the ruling
 * @param grounds why it appeals; null when it does not
 */
record AcknowledgeRulingSubmission(@Nullable String remark, @Nullable String grounds) {

	/**
	 * Reads an acknowledgement or an appeal.
	 * @param mayAppeal whether there is somebody to appeal to
	 */
	static AcknowledgeRulingSubmission read(Submission submission, boolean mayAppeal) {
		String remark = submission.optionalText("remark", "Remark", Submission.TEXT);
		boolean appeal = submission.checked("appeal", "Appeal");
		submission.stopIfFaulty();
		boolean grounded = submission.isAnswered("grounds");
		if (!mayAppeal && (appeal || grounded)) {
			submission.refuse("The ruling is the chief risk officer's own, and nobody is above it: leave the appeal"
					+ " (appeal) and its grounds (grounds) out. A remark (remark) stays on the record.");
			return new AcknowledgeRulingSubmission(remark, null);
		}
		if (grounded && !appeal) {
			submission.refuse("Grounds (grounds) belong to an appeal: declare it (appeal), or leave them out.");
		}
		return new AcknowledgeRulingSubmission(remark,
				appeal ? submission.text("grounds", "Grounds", Submission.TEXT) : null);
	}

	boolean isAppeal() {
		return this.grounds != null;
	}

}
