package dev.parley.intake;

import dev.parley.identity.Side;
import dev.parley.register.Positions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the security position was not stated in time. */
@Component("recordMissingSecurityPosition")
class RecordMissingSecurityPositionDelegate implements JavaDelegate {

	private final Positions positions;

	RecordMissingSecurityPositionDelegate(Positions positions) {
		this.positions = positions;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.positions.recordMissing(RiskIntakeProcess.caseId(execution), Side.SECURITY);
	}

}
