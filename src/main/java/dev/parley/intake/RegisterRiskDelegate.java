package dev.parley.intake;

import dev.parley.register.Asset;
import dev.parley.register.Cases;
import dev.parley.register.RiskCase;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters the raised risk into the register, and tells what is known of its asset. */
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
		RiskCase riskCase = this.cases.require(caseId);
		execution.setVariable(RiskIntakeProcess.CATEGORY, riskCase.raised().category().name());
		Asset asset = riskCase.asset();
		execution.setVariable(RiskIntakeProcess.ASSET_KNOWN, asset != null);
		if (asset != null) {
			execution.setVariable(RiskIntakeProcess.ASSET_CLASS, asset.assetClass().name());
			execution.setVariable(RiskIntakeProcess.DECIDING_GROUP, riskCase.requireDecidingGroup());
		}
	}

}
