package dev.parley.arbitration;

import dev.parley.arbitration.Rounds.Cause;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Hands the case to the chief risk officer when no committee could be convened in time.
 */
@Component("recordNoCommittee")
class RecordNoCommitteeDelegate implements JavaDelegate {

	private final Rounds rounds;

	private final ArbitrationNotices notices;

	RecordNoCommitteeDelegate(Rounds rounds, ArbitrationNotices notices) {
		this.rounds = rounds;
		this.notices = notices;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = CommitteeArbitrationProcess.caseId(execution);
		this.rounds.passOn(caseId, Cause.NO_COMMITTEE);
		this.notices.passedOn(caseId, Cause.NO_COMMITTEE);
	}

}
