package dev.parley.arbitration;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was cast in a round of votes.
 *
 * @param votes how many members voted for what; who abstained is among them
 * @param recused how many members were recused, by the rules or by themselves
 * @param notVoted how many members let their time run out
 */
record VoteCount(Map<Vote, Integer> votes, int recused, int notVoted) {

	int of(Vote vote) {
		return this.votes.getOrDefault(vote, 0);
	}

	/**
	 * Whether enough members have voted.
	 * @param quorumToVote how many votes it takes, abstentions included
	 */
	boolean hasQuorum(int quorumToVote) {
		return cast() >= quorumToVote;
	}

	/**
	 * The vote that has the majority; empty where none has.
	 * @param majority how many votes it takes
	 * @param abstentions whether an abstention is a vote against every outcome
	 */
	Optional<Vote> winner(Majority majority, Abstentions abstentions) {
		int counted = (abstentions == Abstentions.AGAINST) ? cast() : cast() - of(Vote.ABSTAIN);
		return Stream.of(Vote.values())
			.filter((vote) -> vote != Vote.ABSTAIN)
			.filter((vote) -> majority.isReached(of(vote), counted))
			.findFirst();
	}

	private int cast() {
		return this.votes.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** How many votes an outcome needs. */
	enum Majority {

		/** More than half of the votes that count. */
		SIMPLE {
			@Override
			boolean isReached(int votes, int counted) {
				return 2 * votes > counted;
			}
		},
		/** Two thirds of the votes that count. */
		TWO_THIRDS {
			@Override
			boolean isReached(int votes, int counted) {
				return votes > 0 && 3 * votes >= 2 * counted;
			}
		};

		abstract boolean isReached(int votes, int counted);

	}

	/** How abstentions count. */
	enum Abstentions {

		/** As if the member had not voted, but for the quorum. */
		NOT_COUNTED,
		/** Against every outcome. */
		AGAINST

	}

}
