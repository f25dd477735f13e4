package dev.parley.decision;

import dev.parley.register.Assurances;
import dev.parley.register.Decisions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Records that time ran out for the attempt to agree: the disagreement counts as
 * confirmed.
 */
@Component("recordDisagreement")
class RecordDisagreementDelegate implements JavaDelegate {

	private final Assurances assurances;

	private final Decisions decisions;

	RecordDisagreementDelegate(Assurances assurances, Decisions decisions) {
		this.assurances = assurances;
		this.decisions = decisions;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = CioDecisionProcess.caseId(execution);
		this.assurances.recordNotSought(caseId, this.decisions.require(caseId).number());
	}

}
