package dev.parley.arbitration;

import dev.parley.arbitration.VoteCount.Abstentions;
import dev.parley.arbitration.VoteCount.Majority;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Counts the votes of a round. Without a quorum nothing is said of who leads, for the
 * votes stay closed while the members are called again.
 */
@Component("countVotes")
class CountVotesDelegate implements JavaDelegate {

	private static final String NONE = "NONE";

	private final Rounds rounds;

	CountVotesDelegate(Rounds rounds) {
		this.rounds = rounds;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = CommitteeArbitrationProcess.caseId(execution);
		VoteCount count = this.rounds.count(caseId);
		boolean quorum = count
			.hasQuorum(CommitteeArbitrationProcess.number(execution, CommitteeArbitrationProcess.QUORUM_TO_VOTE));
		execution.setVariable(CommitteeArbitrationProcess.QUORUM, quorum);
		execution.setVariable(CommitteeArbitrationProcess.LAST_CALL, this.rounds
			.number(caseId) >= CommitteeArbitrationProcess.number(execution, CommitteeArbitrationProcess.CALLS));
		execution.setVariable(CommitteeArbitrationProcess.WINNER, count
			.winner(Majority.valueOf(CommitteeArbitrationProcess.text(execution, CommitteeArbitrationProcess.MAJORITY)),
					Abstentions
						.valueOf(CommitteeArbitrationProcess.text(execution, CommitteeArbitrationProcess.ABSTENTIONS)))
			.filter((vote) -> quorum)
			.map(Vote::name)
			.orElse(NONE));
	}

}
