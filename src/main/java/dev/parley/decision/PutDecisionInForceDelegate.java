package dev.parley.decision;

import dev.parley.register.ConfirmationNeeded;
import dev.parley.register.Decisions;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Puts the assured decision in force, or finds that it needs a confirmation after all.
 */
@Component("putDecisionInForce")
class PutDecisionInForceDelegate implements JavaDelegate {

	private final Decisions decisions;

	PutDecisionInForceDelegate(Decisions decisions) {
		this.decisions = decisions;
	}

	@Override
	public void execute(DelegateExecution execution) {
		try {
			this.decisions.putInForce(CioDecisionProcess.caseId(execution));
		}
		catch (ConfirmationNeeded ex) {
			execution.setVariable(CioDecisionProcess.CONFIRMATION, ex.authority().name());
			execution.setVariable(CioDecisionProcess.REASON, ex.reason().name());
			throw new BpmnError(CioDecisionProcess.ERR_CONFIRMATION_NEEDED, ex);
		}
	}

}
