package dev.parley.insight;

import java.util.ArrayList;
import java.util.List;

import dev.parley.insight.Measures.Settled;

/**
 * What the figures should make people ask. That nobody disagrees is no success: it may be
 * that nobody dares to.
 */
final class WarningPolicy {

	private WarningPolicy() {
	}

	static List<String> warnings(long conflictsEscalated, Settled settled, long withoutDecision) {
		List<String> warnings = new ArrayList<>();
		if (conflictsEscalated == 0) {
			warnings.add((settled.inForce() == 0)
					? "No conflict was escalated, and no decision was put in force: there is nothing to judge by."
					: ("No conflict was escalated; decisions put in force: %d. This is a warning, not a success:"
							+ " ask whether objections are raised, and whether they are allowed to stand.")
						.formatted(settled.inForce()));
		}
		if (settled.challenged() > 0 && settled.asked() == 0) {
			warnings.add(("No question was asked before any decision; decisions that called for a challenge: %d."
					+ " Ask what was examined instead.")
				.formatted(settled.challenged()));
		}
		if (withoutDecision > 0) {
			warnings.add(("Open risks above tolerance without a decision in force: %d. They are run, and nobody has"
					+ " answered for them.")
				.formatted(withoutDecision));
		}
		return warnings;
	}

}
