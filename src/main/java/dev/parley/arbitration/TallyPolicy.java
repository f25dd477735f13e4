package dev.parley.arbitration;

import java.util.Set;

import dev.parley.arbitration.Rounds.Cause;

/**
 * What no table changes about a tally: there is no ruling without votes that have the
 * majority for it.
 */
final class TallyPolicy {

	private static final Set<String> RULINGS = Set.of(Vote.UPHOLD_DECISION.name(), Vote.UPHOLD_OBJECTION.name(),
			Vote.IMPOSE_CONDITIONS.name());

	private TallyPolicy() {
	}

	/**
	 * What comes of the votes.
	 * @param tabled what the table says
	 * @param winner name of the vote that has the majority
	 */
	static Tally effective(Tally tabled, String winner) {
		return (tabled == Tally.RULING && !RULINGS.contains(winner)) ? Tally.REFER_TO_CRO : tabled;
	}

	/** Why the chief risk officer rules. */
	static Cause cause(boolean quorum, String winner) {
		if (!quorum) {
			return Cause.NO_QUORUM;
		}
		return Vote.REFER_TO_CRO.name().equals(winner) ? Cause.VOTED : Cause.NO_MAJORITY;
	}

}
