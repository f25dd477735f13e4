package dev.parley.decision;

import dev.parley.engine.CaseOpening;
import dev.parley.register.Cases;
import dev.parley.register.RiskCase;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens another case on a risk whose decision was refused for good in this one. */
@Component("openFollowUpCase")
class OpenFollowUpCaseDelegate implements JavaDelegate {

	private final CaseOpening opening;

	private final Cases cases;

	OpenFollowUpCaseDelegate(CaseOpening opening, Cases cases) {
		this.opening = opening;
		this.cases = cases;
	}

	@Override
	public void execute(DelegateExecution execution) {
		RiskCase refused = this.cases.require(RiskDecisionProcess.caseId(execution));
		this.opening.openAnother(refused,
				"The chief risk officer refused what was decided in case %s.".formatted(refused.caseId()));
	}

}
