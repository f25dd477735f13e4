package dev.parley.exemption;

import dev.parley.engine.CaseOpening;
import dev.parley.identity.People;
import dev.parley.register.Attestation;
import dev.parley.register.Attestation.Check;
import dev.parley.register.Attestation.Outcome;
import dev.parley.register.Attestation.State;
import dev.parley.register.Attestations;
import dev.parley.register.Cases;
import dev.parley.register.Exemption;
import dev.parley.register.ExemptionState;
import dev.parley.register.Exemptions;
import org.jspecify.annotations.Nullable;
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
	 * Records what was missed, and suspends the exemption of a case. Done again, it
	 * changes nothing.
	 * @param awaited number of the attestation that the owner of the controls was asked
	 * for
	 * @return number of the one to ask for next
	 */
	int suspend(String caseId, int awaited) {
		this.cases.lock(caseId);
		Exemption exemption = this.exemptions.requireGranted(caseId);
		this.attestations.miss(exemption.id(), awaited);
		Attestation latest = this.attestations.latest(exemption.id()).orElseThrow();
		if (latest.state() == State.IN_PLACE && latest.check() == null) {
			this.attestations.check(exemption.id(), Outcome.NOT_VERIFIED, null, null);
		}
		String because = "Exemption %s is suspended: %s.".formatted(exemption.id(), reason(latest));
		if (this.exemptions.change(exemption.id(), ExemptionState.SUSPENDED, because, People.SYSTEM)) {
			this.notices.tell(caseId, because);
		}
		this.opening.openAnother(this.cases.require(caseId), because);
		return awaited + 1;
	}

	private static boolean isFound(@Nullable Check check, Outcome outcome) {
		return check != null && check.outcome() == outcome;
	}

	private static String reason(Attestation attestation) {
		return switch (attestation.state()) {
			case NOT_GIVEN -> "its compensating controls were not attested in time";
			case NOT_IN_PLACE -> "its compensating controls are not in place, as their owner says";
			case IN_PLACE -> isFound(attestation.check(), Outcome.FAILED)
					? "the CISO's office did not confirm the attestation of its controls"
					: "the attestation of its controls was not verified in time";
		};
	}

}
