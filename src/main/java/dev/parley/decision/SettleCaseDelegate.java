package dev.parley.decision;

import dev.parley.register.Assurances;
import dev.parley.register.Cases;
import dev.parley.register.CaseState;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Settles the case once its decision is in force, with dissent where an objection stands.
 */
@Component("settleCase")
class SettleCaseDelegate implements JavaDelegate {

	private final Cases cases;

	private final Assurances assurances;

	SettleCaseDelegate(Cases cases, Assurances assurances) {
		this.cases = cases;
		this.assurances = assurances;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = RiskDecisionProcess.caseId(execution);
		this.cases.settle(caseId,
				this.assurances.objectionStands(caseId) ? CaseState.SETTLED_WITH_DISSENT : CaseState.SETTLED);
	}

}
