package dev.parley.exemption;

import dev.parley.register.Attestation;
import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the form VerifyAttestation.
 *
 * @param outcome whether the attestation is confirmed
 * @param reasoning why; needed where it is not
 */
record VerifyAttestationSubmission(Outcome outcome, @Nullable String reasoning) {

	/** What the CISO may find. */
	enum Outcome {

		CONFIRMED, FAILED;

		Attestation.Outcome recorded() {
			return Attestation.Outcome.valueOf(name());
		}

	}

	static VerifyAttestationSubmission read(Submission submission) {
		Outcome outcome = submission.choice("outcome", "Outcome", Outcome.class);
		submission.stopIfFaulty();
		return new VerifyAttestationSubmission(outcome,
				(outcome == Outcome.FAILED) ? submission.text("reasoning", "Reasoning", Submission.TEXT)
						: submission.optionalText("reasoning", "Reasoning", Submission.TEXT));
	}

}
