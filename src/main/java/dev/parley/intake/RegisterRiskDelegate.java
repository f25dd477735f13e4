package dev.parley.intake;

import dev.parley.register.Cases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters the raised risk into the register. */
@Component("registerRisk")
class RegisterRiskDelegate implements JavaDelegate {

	private final Cases cases;

	RegisterRiskDelegate(Cases cases) {
		this.cases = cases;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = RiskIntakeProcess.caseId(execution);
		execution.setVariable(RiskIntakeProcess.RISK_ID, this.cases.registerRisk(caseId));
		execution.setVariable(RiskIntakeProcess.CATEGORY, this.cases.require(caseId).raised().category().name());
	}

}
