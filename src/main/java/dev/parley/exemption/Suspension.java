package dev.parley.exemption;

import dev.parley.engine.CaseOpening;
import dev.parley.identity.People;
import dev.parley.register.Attestation;
import dev.parley.register.Attestation.Outcome;
import dev.parley.register.Attestation.State;
import dev.parley.register.Attestations;
import dev.parley.register.Cases;
import dev.parley.register.Exemption;
import dev.parley.register.ExemptionState;
import dev.parley.register.Exemptions;
import org.springframework.stereotype.Component;

/**
 * Suspends an exemption: while its compensating controls are not known to be in place,
 * the risk has no decision. Another case is opened, unless one goes on already.
 */
@Component
class Suspension {

	private final Exemptions exemptions;

	private final Attestations attestations;

	private final Cases cases;

	private final CaseOpening opening;

	private final ExemptionNotices notices;

	Suspension(Exemptions exemptions, Attestations attestations, Cases cases, CaseOpening opening,
			ExemptionNotices notices) {
		this.exemptions = exemptions;
		this.attestations = attestations;
		this.cases = cases;
		this.opening = opening;
		this.notices = notices;
	}

	/**
	 * Records what was missed, and suspends the exemption of a case.
	 * @param attested whether the owner of the controls has attested in time
	 */
	void suspend(String caseId, boolean attested) {
		Exemption exemption = this.exemptions.requireGranted(caseId);
		if (!attested) {
			this.attestations.record(exemption.id(), State.NOT_GIVEN, null, null, null);
		}
		Attestation latest = this.attestations.latest(exemption.id()).orElseThrow();
		if (latest.state() == State.IN_PLACE && latest.check() == null) {
			this.attestations.check(exemption.id(), Outcome.NOT_VERIFIED, null, null);
		}
		String because = "Exemption %s is suspended: %s.".formatted(exemption.id(), reason(latest));
		if (this.exemptions.change(exemption.id(), ExemptionState.SUSPENDED, because, People.SYSTEM)) {
			this.notices.tell(caseId, because);
		}
		this.opening.openAnother(this.cases.require(caseId), because);
	}

	private static String reason(Attestation attestation) {
		return switch (attestation.state()) {
			case NOT_GIVEN -> "its compensating controls were not attested in time";
			case NOT_IN_PLACE -> "their owner says that its compensating controls are not in place";
			case IN_PLACE -> (attestation.check() == null) ? "the attestation of its controls was not verified in time"
					: "the CISO's office did not confirm the attestation of its controls";
		};
	}

}
