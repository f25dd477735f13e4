package dev.parley.arbitration;

import java.time.LocalDate;
import java.util.List;

import dev.parley.submission.Submission;

/**
 * What a vote and a ruling have in common: a decision can be upheld only when there is
 * one, and conditions come with the outcome that imposes them.
 */
final class OutcomeRules {

	private OutcomeRules() {
	}

	/** Refuses to uphold a decision that there is not. */
	static void requireDecisionToUphold(Submission submission, String label, Enum<?> chosen, boolean decided) {
		if (isFor(Ruling.Outcome.UPHOLD_DECISION, chosen) && !decided) {
			submission.refuse(("%s is UPHOLD_DECISION, but the owner has not decided yet:"
					+ " there is no decision to uphold. Choose another outcome.")
				.formatted(label));
		}
	}

	/** The conditions, which must be there to be imposed and only then. */
	static List<Condition> conditions(Submission submission, Enum<?> chosen, LocalDate today) {
		boolean answered = submission.isAnswered("conditions");
		if (!isFor(Ruling.Outcome.IMPOSE_CONDITIONS, chosen)) {
			if (answered) {
				submission.refuse("Conditions (conditions) belong to IMPOSE_CONDITIONS; leave them out for %s."
					.formatted(chosen.name()));
			}
			return List.of();
		}
		if (!answered) {
			submission.refuse("Conditions (conditions) are missing: IMPOSE_CONDITIONS needs one at least.");
		}
		return Conditions.read(submission, "conditions", "Conditions", today);
	}

	private static boolean isFor(Ruling.Outcome outcome, Enum<?> chosen) {
		return outcome.name().equals(chosen.name());
	}

}
