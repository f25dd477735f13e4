package dev.parley.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.parley.register.DecisionDraft;
import dev.parley.register.RiskCase;
import dev.parley.register.Treatment;

/**
 * What a decision must have: two options outside the fast lane, actions where something
 * is to be done, a treatment that was not refused before. Whose confirmation puts it in
 * force, the table DecisionRights says.
 */
final class DecisionPolicy {

	/** How many options are compared outside the fast lane, at least. */
	static final int OPTIONS = 2;

	private DecisionPolicy() {
	}

	/**
	 * Reasons to refuse the decision; empty when it may stand.
	 * @param refused treatments that a ruling refused in this case
	 */
	static List<String> objectionsTo(DecisionDraft draft, RiskCase riskCase, Set<Treatment> refused) {
		return Stream.of(tooFewOptions(draft, riskCase), withoutAction(draft), refusedBefore(draft, refused))
			.flatMap(Optional::stream)
			.toList();
	}

	private static Optional<String> tooFewOptions(DecisionDraft draft, RiskCase riskCase) {
		if (riskCase.isFastLane() || draft.options().size() >= OPTIONS) {
			return Optional.empty();
		}
		return Optional.of("Compare two options at least (option1, option2): %d given. Only the fast lane needs none."
			.formatted(draft.options().size()));
	}

	private static Optional<String> withoutAction(DecisionDraft draft) {
		Treatment treatment = draft.treatment();
		boolean needed = treatment == Treatment.MITIGATE || treatment == Treatment.AVOID;
		if (!needed || !draft.actions().isEmpty()) {
			return Optional.empty();
		}
		return Optional
			.of("%s needs one action at least, with an owner and a due date (action1, action1Owner, action1Due)."
				.formatted(treatment.label()));
	}

	private static Optional<String> refusedBefore(DecisionDraft draft, Set<Treatment> refused) {
		return refused.contains(draft.treatment())
				? Optional.of("%s was refused by the ruling on this case. Choose another treatment."
					.formatted(draft.treatment().label()))
				: Optional.empty();
	}

}
