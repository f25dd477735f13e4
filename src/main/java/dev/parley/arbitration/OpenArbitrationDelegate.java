package dev.parley.arbitration;

import java.util.List;

import dev.parley.identity.Office;
import dev.parley.register.Cases;
import dev.parley.register.Referrals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Settles who is asked to rule, and who pleads. */
@Component("openArbitration")
class OpenArbitrationDelegate implements JavaDelegate {

	private final Referrals referrals;

	private final Cases cases;

	OpenArbitrationDelegate(Referrals referrals, Cases cases) {
		this.referrals = referrals;
		this.cases = cases;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = CommitteeArbitrationProcess.caseId(execution);
		execution.setVariable(CommitteeArbitrationProcess.AUTHORITY, this.referrals.requireOpen(caseId).to().name());
		execution.setVariable(CommitteeArbitrationProcess.SIDES,
				List.of(this.cases.require(caseId).requireDecidingGroup(), Office.CISO.group()));
		execution.setVariable(CommitteeArbitrationProcess.APPEALED, false);
	}

}
