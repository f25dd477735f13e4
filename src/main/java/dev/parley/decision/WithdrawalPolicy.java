package dev.parley.decision;

import java.util.Optional;
import java.util.Set;

import dev.parley.register.RiskCase;

/**
 * Who may withdraw a case, and until when: the person who raised it or the office that
 * decides, until the decision is submitted. Later the owner would escape arbitration.
 */
final class WithdrawalPolicy {

	private WithdrawalPolicy() {
	}

	/** The reason why this person may not withdraw the case; empty when allowed. */
	static Optional<String> objectionTo(RiskCase riskCase, String user, Set<String> groups) {
		boolean entitled = riskCase.raisedBy().equals(user)
				|| (riskCase.decidingGroup() != null && groups.contains(riskCase.decidingGroup()));
		return entitled ? Optional.empty()
				: Optional.of("Only the person who raised case %s, or the office that decides, withdraws it."
					.formatted(riskCase.caseId()));
	}

	/** The reason why it is too late; empty while it is not. */
	static Optional<String> tooLate(RiskCase riskCase, boolean decided) {
		if (riskCase.isOver()) {
			return Optional.of("Case %s is over: %s.".formatted(riskCase.caseId(), riskCase.stateLabel()));
		}
		return decided
				? Optional.of("Case %s has been decided; it can no longer be withdrawn.".formatted(riskCase.caseId()))
				: Optional.empty();
	}

}
