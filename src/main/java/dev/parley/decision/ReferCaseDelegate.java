package dev.parley.decision;

import dev.parley.register.Referrals;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the case up to whoever must confirm the decision. */
@Component("referCase")
class ReferCaseDelegate implements JavaDelegate {

	private final Referrals referrals;

	private final CaseNotices notices;

	ReferCaseDelegate(Referrals referrals, CaseNotices notices) {
		this.referrals = referrals;
		this.notices = notices;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.referrals.refer(RiskDecisionProcess.caseId(execution),
				Authority.valueOf((String) execution.getVariable(RiskDecisionProcess.CONFIRMATION)),
				Reason.valueOf((String) execution.getVariable(RiskDecisionProcess.REASON)));
		this.notices.referred(RiskDecisionProcess.caseId(execution));
	}

}
