package dev.parley.arbitration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Tells the executive sponsor that the chief risk officer is late. The task stays open.
 */
@Component("alertSponsor")
class AlertSponsorDelegate implements JavaDelegate {

	private final ArbitrationNotices notices;

	AlertSponsorDelegate(ArbitrationNotices notices) {
		this.notices = notices;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.notices.rulingOverdue(CommitteeArbitrationProcess.caseId(execution));
	}

}
