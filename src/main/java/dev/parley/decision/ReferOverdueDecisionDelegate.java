package dev.parley.decision;

import dev.parley.register.Referrals;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands a case up whose decision is overdue; the owner may still decide. */
@Component("referOverdueDecision")
class ReferOverdueDecisionDelegate implements JavaDelegate {

	private final Referrals referrals;

	private final CaseNotices notices;

	ReferOverdueDecisionDelegate(Referrals referrals, CaseNotices notices) {
		this.referrals = referrals;
		this.notices = notices;
	}

	@Override
	public void execute(DelegateExecution execution) {
		boolean anew = this.referrals.refer(RiskDecisionProcess.caseId(execution), Authority.COMMITTEE, Reason.OVERDUE);
		execution.setVariable(RiskDecisionProcess.HANDED_UP_ANEW, anew);
		if (anew) {
			this.notices.referred(RiskDecisionProcess.caseId(execution));
		}
	}

}
