package dev.parley.decision;

import dev.parley.register.Assurances;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that time ran out for the opinion, which never counts as assurance. */
@Component("recordAssuranceNotGiven")
class RecordAssuranceNotGivenDelegate implements JavaDelegate {

	private final Assurances assurances;

	RecordAssuranceNotGivenDelegate(Assurances assurances) {
		this.assurances = assurances;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.assurances.recordNotGiven(CioDecisionProcess.caseId(execution));
		execution.setVariable(CioDecisionProcess.ASSURANCE_GIVEN, false);
		execution.setVariable(CioDecisionProcess.OBJECTION_STANDS, false);
	}

}
