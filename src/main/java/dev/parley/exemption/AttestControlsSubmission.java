package dev.parley.exemption;

import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the form AttestControls.
 *
 * @param inPlace whether the compensating controls are in place
 * @param evidenceLink what shows it, or null
 * @param remark what the owner adds; what is missing, where they are not in place
 */
record AttestControlsSubmission(boolean inPlace, @Nullable String evidenceLink, @Nullable String remark) {

	static AttestControlsSubmission read(Submission submission) {
		boolean inPlace = submission.checked("inPlace", "In place");
		String evidenceLink = submission.optionalText("evidenceLink", "Evidence", Submission.LINE);
		String remark = submission.optionalText("remark", "Remark", Submission.TEXT);
		submission.stopIfFaulty();
		if (!inPlace && remark == null) {
			submission.refuse("Controls that are not in place (inPlace) need a remark that says what is missing"
					+ " (remark). The exemption is then suspended.");
		}
		return new AttestControlsSubmission(inPlace, evidenceLink, remark);
	}

}
