package dev.parley.exemption;

import java.time.Clock;
import java.time.LocalDate;

import dev.parley.identity.People;
import dev.parley.register.Exemption;
import dev.parley.register.ExemptionState;
import dev.parley.register.Exemptions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets an exemption expire whose last day is over. Nothing extends it. */
@Component("expireExemption")
class ExpireExemptionDelegate implements JavaDelegate {

	private final Exemptions exemptions;

	private final ExemptionEnding ending;

	private final Clock clock;

	ExpireExemptionDelegate(Exemptions exemptions, ExemptionEnding ending, Clock clock) {
		this.exemptions = exemptions;
		this.ending = ending;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Exemption exemption = this.exemptions.requireGranted(ExemptionProcess.caseId(execution));
		LocalDate last = exemption.days().endsOn();
		if (!last.isBefore(LocalDate.now(this.clock))) {
			throw new IllegalStateException(
					"The last day of exemption %s, %s, is not over".formatted(exemption.id(), last));
		}
		String sentence = "Exemption %s has expired: its last day was %s.".formatted(exemption.id(), last);
		this.ending.end(exemption, ExemptionState.EXPIRED, sentence, sentence, People.SYSTEM);
	}

}
