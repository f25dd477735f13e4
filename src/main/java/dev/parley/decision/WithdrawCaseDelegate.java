package dev.parley.decision;

import dev.parley.register.Cases;
import dev.parley.register.Referrals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the case in the register; the risk stays as it is. */
@Component("withdrawCase")
class WithdrawCaseDelegate implements JavaDelegate {

	private final Cases cases;

	private final Referrals referrals;

	private final CaseNotices notices;

	WithdrawCaseDelegate(Cases cases, Referrals referrals, CaseNotices notices) {
		this.cases = cases;
		this.referrals = referrals;
		this.notices = notices;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.cases.withdraw(RiskDecisionProcess.caseId(execution));
		this.referrals.withdraw(RiskDecisionProcess.caseId(execution));
		this.notices.withdrawn(RiskDecisionProcess.caseId(execution));
	}

}
