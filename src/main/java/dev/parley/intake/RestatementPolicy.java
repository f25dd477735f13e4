package dev.parley.intake;

import java.util.ArrayList;
import java.util.List;

import dev.parley.register.Position.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What a lower security position costs: its evidence, and the name of who asked for it,
 * besides the reasoning that every position has. Pressure leaves a mark.
 */
final class RestatementPolicy {

	private RestatementPolicy() {
	}

	/**
	 * Reasons to refuse the new position; empty when it may stand.
	 * @param restated the new position
	 * @param before the latest one, or null when it is missing
	 * @param lowersBand whether the risk would come to a lower band; a missing position
	 * holds it up
	 */
	static List<String> objectionsTo(Statement restated, @Nullable Statement before, boolean lowersBand) {
		List<String> objections = new ArrayList<>();
		if (!lowersBand && (before == null || !restated.isLowerThan(before))) {
			return objections;
		}
		if (restated.evidence() == null) {
			objections.add("A lower position needs its evidence (evidence): what has changed, and where to see it.");
		}
		if (restated.requestedBy() == null) {
			objections.add("A lower position needs the name of who asked for it (requestedBy).");
		}
		if (before != null && restated.reasoning().equals(before.reasoning())) {
			objections.add("A lower position needs a reason of its own (reasoning), not that of the higher one.");
		}
		return objections;
	}

}
