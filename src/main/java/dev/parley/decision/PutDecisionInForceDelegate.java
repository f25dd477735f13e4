package dev.parley.decision;

import dev.parley.register.Decisions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the assured decision in force. */
@Component("putDecisionInForce")
class PutDecisionInForceDelegate implements JavaDelegate {

	private final Decisions decisions;

	PutDecisionInForceDelegate(Decisions decisions) {
		this.decisions = decisions;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.decisions.putInForce(CioDecisionProcess.caseId(execution));
	}

}
