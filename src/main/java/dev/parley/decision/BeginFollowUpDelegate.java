package dev.parley.decision;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the decision that is now in force be followed up. */
@Component("beginFollowUp")
class BeginFollowUpDelegate implements JavaDelegate {

	private final FollowUp followUp;

	BeginFollowUpDelegate(FollowUp followUp) {
		this.followUp = followUp;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.followUp.begin(RiskDecisionProcess.caseId(execution));
	}

}
