package dev.parley.insight;

import java.util.EnumMap;
import java.util.Map;

import dev.parley.insight.Measures.Elapsed;
import dev.parley.register.Referral.Reason;

/**
 * What became of the cases that were handed up, in the period. Of votes it counts only
 * what is disclosed: those on a referral that was ruled on or passed on.
 *
 * @param outcomes referrals by reason and by what became of them, counted when that was
 * clear: a ruling when it was in force
 * @param conflictsUpheldFor rulings in force on conflicts, by whom they are for
 * @param rulingTime time from a referral until the ruling on it is in force
 * @param passedOn referrals that came from the committee to the chief risk officer, by
 * cause
 * @param appeals appeals against a ruling of the committee
 * @param recusals members who did not vote for a conflict of interest, once for each
 * call, by who said so
 * @param quorumFailures calls to vote that missed the quorum
 * @param conveningRefusals times that the committee could not be convened
 */
record Arbitration(Map<Reason, Map<ReferralOutcome, Long>> outcomes, Map<Side, Long> conflictsUpheldFor,
		Elapsed rulingTime, Map<PassedOn, Long> passedOn, long appeals, Map<RecusedBy, Long> recusals,
		long quorumFailures, long conveningRefusals) {

	static Arbitration of(Map<Reason, Map<ReferralOutcome, Long>> outcomes, Elapsed rulingTime,
			Map<PassedOn, Long> passedOn, long appeals, Map<RecusedBy, Long> recusals, long quorumFailures,
			long conveningRefusals) {
		Map<ReferralOutcome, Long> conflicts = outcomes.getOrDefault(Reason.CONFLICT, Map.of());
		Map<Side, Long> upheldFor = new EnumMap<>(Side.class);
		for (Side side : Side.values()) {
			upheldFor.put(side, conflicts.getOrDefault(side.outcome(), 0L));
		}
		return new Arbitration(outcomes, upheldFor, rulingTime, passedOn, appeals, recusals, quorumFailures,
				conveningRefusals);
	}

	/** Referrals for a reason with an outcome. */
	long count(Reason reason, ReferralOutcome outcome) {
		return this.outcomes.getOrDefault(reason, Map.of()).getOrDefault(outcome, 0L);
	}

	/** Referrals that came to the chief risk officer for a cause. */
	long count(PassedOn cause) {
		return this.passedOn.getOrDefault(cause, 0L);
	}

	/** Recusals that somebody said. */
	long count(RecusedBy by) {
		return this.recusals.getOrDefault(by, 0L);
	}

	/** For whom a conflict was ruled. */
	enum Side {

		OWNER("The owner's decision", ReferralOutcome.UPHELD),
		CISO("The CISO's objection", ReferralOutcome.NOT_CONFIRMED),
		CONDITIONS("Neither: conditions", ReferralOutcome.CONDITIONS);

		private final String label;

		private final ReferralOutcome outcome;

		Side(String label, ReferralOutcome outcome) {
			this.label = label;
			this.outcome = outcome;
		}

		String label() {
			return this.label;
		}

		private ReferralOutcome outcome() {
			return this.outcome;
		}

	}

	/** Who says that a member does not vote. */
	enum RecusedBy {

		/** The rules: the member takes part in the case. */
		RULES,
		/** The member. */
		MEMBER

	}

}
