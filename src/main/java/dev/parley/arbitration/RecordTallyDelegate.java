package dev.parley.arbitration;

import dev.parley.arbitration.Rounds.Cause;
import dev.parley.arbitration.Ruling.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Records what came of the votes: a ruling, another call, or the way to the chief risk
 * officer.
 */
@Component("recordTally")
class RecordTallyDelegate implements JavaDelegate {

	private final Rounds rounds;

	private final Rulings rulings;

	private final ArbitrationNotices notices;

	RecordTallyDelegate(Rounds rounds, Rulings rulings, ArbitrationNotices notices) {
		this.rounds = rounds;
		this.rulings = rulings;
		this.notices = notices;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = CommitteeArbitrationProcess.caseId(execution);
		boolean quorum = (boolean) execution.getVariable(CommitteeArbitrationProcess.QUORUM);
		String winner = CommitteeArbitrationProcess.text(execution, CommitteeArbitrationProcess.WINNER);
		Tally tally = TallyPolicy.effective(
				Tally.valueOf(CommitteeArbitrationProcess.text(execution, CommitteeArbitrationProcess.TALLY)), winner);
		execution.setVariable(CommitteeArbitrationProcess.TALLY, tally.name());
		this.rounds.recordTally(caseId, this.rounds.count(caseId), quorum, tally);
		switch (tally) {
			case RULING -> rule(execution, caseId, Outcome.valueOf(winner));
			case NOT_CONFIRMED -> rule(execution, caseId, Outcome.UPHOLD_OBJECTION);
			case REFER_TO_CRO -> passOn(caseId, TallyPolicy.cause(quorum, winner));
			case SECOND_CALL -> this.notices.quorumMissed(caseId);
		}
	}

	private void rule(DelegateExecution execution, String caseId, Outcome outcome) {
		String models = execution.getProcessEngineServices()
			.getRepositoryService()
			.getProcessDefinition(execution.getProcessDefinitionId())
			.getDeploymentId();
		this.rulings.giveCommittees(caseId, outcome, models);
		this.notices.ruled(caseId, this.rulings.require(caseId));
	}

	private void passOn(String caseId, Cause cause) {
		this.rounds.passOn(caseId, cause);
		this.notices.passedOn(caseId, cause);
	}

}
