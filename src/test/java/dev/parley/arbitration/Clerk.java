package dev.parley.arbitration;

import java.util.ArrayList;
import java.util.List;

import dev.parley.arbitration.VoteCount.Abstentions;
import dev.parley.arbitration.VoteCount.Majority;
import dev.parley.arbitration.VoteTallyTest.Result;
import dev.parley.arbitration.VoteTallyTest.Rules;
import dev.parley.arbitration.VoteTallyTest.Seat;

/**
 * Counts a round of votes by hand: lays every ballot on its heap, and compares the heap
 * of an outcome with all that lies against it, ballot by ballot.
 */
final class Clerk {

	private static final List<Seat> OUTCOMES = List.of(Seat.UPHOLD_DECISION, Seat.UPHOLD_OBJECTION,
			Seat.IMPOSE_CONDITIONS, Seat.REFER_TO_CRO);

	private final Rules rules;

	private final List<Seat> ballots = new ArrayList<>();

	Clerk(List<Seat> committee, Rules rules) {
		this.rules = rules;
		for (Seat seat : committee) {
			if (OUTCOMES.contains(seat) || seat == Seat.ABSTAIN) {
				this.ballots.add(seat);
			}
		}
	}

	Result result(int call) {
		if (this.ballots.size() < this.rules.quorumToVote()) {
			boolean another = call == 1 && this.rules.calls() == 2;
			return new Result("NONE", another ? Tally.SECOND_CALL : Tally.REFER_TO_CRO);
		}
		for (Seat outcome : OUTCOMES) {
			if (hasMajority(outcome)) {
				return new Result(outcome.name(), (outcome == Seat.REFER_TO_CRO) ? Tally.REFER_TO_CRO : Tally.RULING);
			}
		}
		return new Result("NONE", this.rules.tie().equals("NOT_CONFIRMED") ? Tally.NOT_CONFIRMED : Tally.REFER_TO_CRO);
	}

	/**
	 * More for it than against it, or two for it to each one against it. Nobody for it is
	 * no majority.
	 */
	private boolean hasMajority(Seat outcome) {
		int balance = 0;
		int support = 0;
		for (Seat ballot : this.ballots) {
			if (ballot == outcome) {
				support++;
				balance += 1;
			}
			else if (ballot != Seat.ABSTAIN || this.rules.abstentions() == Abstentions.AGAINST) {
				balance -= (this.rules.majority() == Majority.TWO_THIRDS) ? 2 : 1;
			}
		}
		return support > 0 && ((this.rules.majority() == Majority.TWO_THIRDS) ? balance >= 0 : balance > 0);
	}

}
