package dev.parley.decision;

import java.time.LocalDate;

import dev.parley.register.Agreement;
import dev.parley.register.DecisionDraft;
import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the form SeekAgreement.
 *
 * @param outcome what the side says
 * @param revision the revised decision, with REVISE only
 */
record SeekAgreementSubmission(Agreement.Outcome outcome, @Nullable DecisionDraft revision) {

	/** What the owner may say. */
	enum OwnersOutcome {

		STAND, REVISE

	}

	/** What the CISO may say. */
	enum SecuritysOutcome {

		AGREED, DISAGREEMENT_CONFIRMED

	}

	/**
	 * Reads the owner's half.
	 * @param today the earliest day that a date may name
	 */
	static SeekAgreementSubmission readOwners(Submission submission, LocalDate today) {
		OwnersOutcome outcome = submission.choice("outcome", "Outcome", OwnersOutcome.class);
		submission.stopIfFaulty();
		DecisionDraft revision = (outcome == OwnersOutcome.REVISE) ? DecideRiskSubmission.read(submission, today)
				: null;
		return new SeekAgreementSubmission(Agreement.Outcome.valueOf(outcome.name()), revision);
	}

	/** Reads security's half. */
	static SeekAgreementSubmission readSecuritys(Submission submission) {
		SecuritysOutcome outcome = submission.choice("outcome", "Outcome", SecuritysOutcome.class);
		return new SeekAgreementSubmission(Agreement.Outcome.valueOf(outcome.name()), null);
	}

}
