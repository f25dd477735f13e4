package dev.parley.decision;

import java.util.ArrayList;
import java.util.List;

import dev.parley.register.DecisionDraft;
import dev.parley.register.RiskCase;
import dev.parley.register.Treatment;

/**
 * What a decision must have: two options outside the fast lane, actions where something
 * is to be done, and a confirmation where it is beyond the owner's own right.
 */
final class DecisionPolicy {

	private static final int OPTIONS = 2;

	private DecisionPolicy() {
	}

	/** Reasons to refuse the decision; empty when it may stand. */
	static List<String> objectionsTo(DecisionDraft draft, RiskCase riskCase) {
		List<String> objections = new ArrayList<>();
		if (!riskCase.isFastLane() && draft.options().size() < OPTIONS) {
			objections.add("Compare two options at least (option1, option2): %d given. Only the fast lane needs none."
				.formatted(draft.options().size()));
		}
		if (needsAction(draft.treatment()) && draft.actions().isEmpty()) {
			objections
				.add("%s needs one action at least (action1, action1Owner, action1Due).".formatted(draft.treatment()));
		}
		if (draft.treatment().leavesRisk() && riskCase.requireAssessment().band().isAboveTolerance()) {
			objections.add(
					"%s of a risk that is %s needs a confirmation by the committee or the chief risk officer, which this version of Parley cannot ask for yet. Choose another treatment, or leave the task open."
						.formatted(draft.treatment(),
								riskCase.requireAssessment().band().label().toLowerCase(java.util.Locale.ROOT)));
		}
		return objections;
	}

	private static boolean needsAction(Treatment treatment) {
		return treatment == Treatment.MITIGATE || treatment == Treatment.AVOID;
	}

}
