package dev.parley.intake;

import dev.parley.identity.Side;
import dev.parley.register.Positions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the IT position was not stated in time. */
@Component("recordMissingItPosition")
class RecordMissingItPositionDelegate implements JavaDelegate {

	private final Positions positions;

	RecordMissingItPositionDelegate(Positions positions) {
		this.positions = positions;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.positions.recordMissing(RiskIntakeProcess.caseId(execution), Side.IT);
	}

}
