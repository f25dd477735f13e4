package dev.parley.exemption;

import java.time.Clock;
import java.time.LocalDate;

import dev.parley.register.Attestations;
import dev.parley.register.Exemption;
import dev.parley.register.Exemption.Days;
import dev.parley.register.Exemptions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets the days on which an exemption that is in force is attested and reviewed. */
@Component("scheduleExemption")
class ScheduleExemptionDelegate implements JavaDelegate {

	private final Exemptions exemptions;

	private final Attestations attestations;

	private final Clock clock;

	ScheduleExemptionDelegate(Exemptions exemptions, Attestations attestations, Clock clock) {
		this.attestations = attestations;
		this.exemptions = exemptions;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Exemption exemption = this.exemptions.requireGranted(ExemptionProcess.caseId(execution));
		Days days = exemption.days();
		LocalDate today = LocalDate.now(this.clock);
		LocalDate beforeEnd = ReviewSchedule.beforeEnd(today, days.endsOn(),
				ExemptionProcess.number(execution, ExemptionProcess.REVIEW));
		this.exemptions.attestOn(exemption.id(), AttestationSchedule.first(today, days.endsOn(),
				ExemptionProcess.number(execution, ExemptionProcess.ATTESTATION)));
		this.exemptions.reviewOn(exemption.id(), ReviewSchedule.first(today, days.lookAgainOn(), beforeEnd));
		execution.setVariable(SuspendExemptionDelegate.AWAITED, this.attestations.next(exemption.id()));
	}

}
