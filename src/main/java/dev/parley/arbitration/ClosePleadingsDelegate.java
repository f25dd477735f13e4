package dev.parley.arbitration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the pleadings: what was not pleaded in time is missing on the record. */
@Component("closePleadings")
class ClosePleadingsDelegate implements JavaDelegate {

	private final Pleas pleas;

	ClosePleadingsDelegate(Pleas pleas) {
		this.pleas = pleas;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.pleas.close(CommitteeArbitrationProcess.caseId(execution));
	}

}
