package dev.parley.arbitration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Calls the committee together to vote, or records why it cannot sit. */
@Component("conveneCommittee")
class ConveneCommitteeDelegate implements JavaDelegate {

	private final Committee committee;

	private final Rounds rounds;

	private final ArbitrationNotices notices;

	ConveneCommitteeDelegate(Committee committee, Rounds rounds, ArbitrationNotices notices) {
		this.committee = committee;
		this.rounds = rounds;
		this.notices = notices;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = CommitteeArbitrationProcess.caseId(execution);
		Convening convening = this.committee.convene(caseId,
				CommitteeArbitrationProcess.number(execution, CommitteeArbitrationProcess.QUORUM_TO_MEET));
		if (convening.refusal() == null) {
			this.rounds.call(caseId, convening);
			this.notices.called(caseId, convening);
		}
		else {
			this.rounds.recordRefusal(caseId, convening.refusal());
			this.notices.notConvened(caseId, convening.refusal());
		}
		execution.setVariable(CommitteeArbitrationProcess.COMMITTEE_COMPLETE, convening.isComplete());
		execution.setVariable(CommitteeArbitrationProcess.VOTERS, convening.voters());
	}

}
