package dev.parley.arbitration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the time to appeal is over. */
@Component("recordForfeitedAppeal")
class RecordForfeitedAppealDelegate implements JavaDelegate {

	private final Acknowledgements acknowledgements;

	RecordForfeitedAppealDelegate(Acknowledgements acknowledgements) {
		this.acknowledgements = acknowledgements;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.acknowledgements.close(CommitteeArbitrationProcess.caseId(execution));
	}

}
