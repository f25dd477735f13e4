package dev.parley.decision;

import dev.parley.register.Referrals;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A decision replaces the referral that was made because it was overdue. */
@Component("announceDecision")
class AnnounceDecisionDelegate implements JavaDelegate {

	private final Referrals referrals;

	AnnounceDecisionDelegate(Referrals referrals) {
		this.referrals = referrals;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = CioDecisionProcess.caseId(execution);
		this.referrals.replace(caseId);
		RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
		runtime.createExecutionQuery()
			.processInstanceBusinessKey(caseId)
			.messageEventSubscriptionName(RiskDecisionProcess.MSG_DECISION_MADE)
			.list()
			.forEach((waiting) -> runtime.messageEventReceived(RiskDecisionProcess.MSG_DECISION_MADE, waiting.getId()));
	}

}
