package dev.parley.arbitration;

import dev.parley.engine.CaseRefresh;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the ruling in force, and settles what follows for the decision and the case. */
@Component("putRulingInForce")
class PutRulingInForceDelegate implements JavaDelegate {

	private final Rulings rulings;

	private final RulingEffect effect;

	private final ArbitrationNotices notices;

	private final CaseRefresh refresh;

	PutRulingInForceDelegate(Rulings rulings, RulingEffect effect, ArbitrationNotices notices, CaseRefresh refresh) {
		this.rulings = rulings;
		this.effect = effect;
		this.notices = notices;
		this.refresh = refresh;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = CommitteeArbitrationProcess.caseId(execution);
		Ruling ruling = this.rulings.require(caseId);
		this.rulings.putInForce(caseId);
		Aftermath aftermath = this.effect.of(caseId, ruling);
		this.refresh.renewTasks(caseId);
		this.notices.inForce(caseId, ruling, aftermath);
		execution.setVariable(CommitteeArbitrationProcess.AFTERMATH, aftermath.name());
	}

}
