package dev.parley.decision;

import dev.parley.register.CaseState;
import dev.parley.register.Cases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Settles the case once its decision is in force. */
@Component("settleCase")
class SettleCaseDelegate implements JavaDelegate {

	private final Cases cases;

	SettleCaseDelegate(Cases cases) {
		this.cases = cases;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.cases.settle(RiskDecisionProcess.caseId(execution), CaseState.SETTLED);
	}

}
