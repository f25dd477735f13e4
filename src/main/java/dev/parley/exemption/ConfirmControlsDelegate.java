package dev.parley.exemption;

import java.time.Clock;
import java.time.LocalDate;

import dev.parley.identity.People;
import dev.parley.register.Attestations;
import dev.parley.register.Exemption;
import dev.parley.register.ExemptionState;
import dev.parley.register.Exemptions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Sets the next day of attestation once the controls are confirmed; an exemption that was
 * suspended is in force again.
 */
@Component("confirmControls")
class ConfirmControlsDelegate implements JavaDelegate {

	private final Exemptions exemptions;

	private final ExemptionNotices notices;

	private final Attestations attestations;

	private final Clock clock;

	ConfirmControlsDelegate(Exemptions exemptions, ExemptionNotices notices, Attestations attestations, Clock clock) {
		this.attestations = attestations;
		this.exemptions = exemptions;
		this.notices = notices;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String caseId = ExemptionProcess.caseId(execution);
		Exemption exemption = this.exemptions.requireGranted(caseId);
		this.exemptions.attestOn(exemption.id(),
				LocalDate.now(this.clock).plusDays(ExemptionProcess.number(execution, ExemptionProcess.ATTESTATION)));
		String because = "The compensating controls of exemption %s are confirmed; it is in force again."
			.formatted(exemption.id());
		if (exemption.state() == ExemptionState.SUSPENDED
				&& this.exemptions.change(exemption.id(), ExemptionState.IN_FORCE, because, People.SYSTEM)) {
			this.notices.tell(caseId, because);
		}
		execution.setVariable(SuspendExemptionDelegate.AWAITED, this.attestations.next(exemption.id()));
	}

}
