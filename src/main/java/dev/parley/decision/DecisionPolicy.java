package dev.parley.decision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parley.register.DecisionDraft;
import dev.parley.register.RiskCase;
import dev.parley.register.Treatment;

/**
 * What a decision must have: two options outside the fast lane, actions where something
 * is to be done. Whose confirmation puts it in force, the table DecisionRights says.
 */
final class DecisionPolicy {

	/** How many options are compared outside the fast lane, at least. */
	static final int OPTIONS = 2;

	private DecisionPolicy() {
	}

	/** Reasons to refuse the decision; empty when it may stand. */
	static List<String> objectionsTo(DecisionDraft draft, RiskCase riskCase) {
		return Stream.of(tooFewOptions(draft, riskCase), withoutAction(draft), unconfirmableExemption(draft, riskCase))
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

	private static Optional<String> unconfirmableExemption(DecisionDraft draft, RiskCase riskCase) {
		if (draft.treatment() != Treatment.EXEMPT || !riskCase.requireAssessment().band().isAboveTolerance()) {
			return Optional.empty();
		}
		return Optional
			.of(("Exempt, for a risk that is %s, needs a confirmation by the committee or the chief risk officer,"
					+ " which this version of Parley cannot give to an exemption yet. Choose another treatment.")
				.formatted(riskCase.requireAssessment().band().label().toLowerCase(Locale.ROOT)));
	}

}
