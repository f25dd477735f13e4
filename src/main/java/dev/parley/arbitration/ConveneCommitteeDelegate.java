package dev.parley.arbitration;

import dev.parley.engine.Deadlines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Calls the committee together to vote, or records why it cannot sit. */
@Component("conveneCommittee")
class ConveneCommitteeDelegate implements JavaDelegate {

	/** The column of CommitteeRules that says how long a case waits. */
	private static final String STEP = "ConveneCommittee";

	private final Committee committee;

	private final Rounds rounds;

	private final ArbitrationNotices notices;

	private final Deadlines deadlines;

	ConveneCommitteeDelegate(Committee committee, Rounds rounds, ArbitrationNotices notices, Deadlines deadlines) {
		this.committee = committee;
		this.rounds = rounds;
		this.notices = notices;
		this.deadlines = deadlines;
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
		execution.setVariable(CommitteeArbitrationProcess.CONVENE_BY,
				convening.isComplete() ? null : conveneBy(execution));
		execution.setVariable(CommitteeArbitrationProcess.VOTERS, convening.voters());
	}

	/** The time does not begin anew when another composition cannot sit either. */
	private Object conveneBy(DelegateExecution execution) {
		Object since = execution.getVariable(CommitteeArbitrationProcess.CONVENE_BY);
		return (since != null) ? since : this.deadlines.of((ExecutionEntity) execution, STEP);
	}

}
