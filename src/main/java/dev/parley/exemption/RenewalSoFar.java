package dev.parley.exemption;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import dev.parley.register.Assets;
import dev.parley.register.Attestation;
import dev.parley.register.Attestations;
import dev.parley.register.CasePart;
import dev.parley.register.Exemption;
import dev.parley.register.ExemptionReview;
import dev.parley.register.ExemptionReviews;
import dev.parley.register.ExemptionReviews.Renewal;
import dev.parley.register.Exemptions;
import dev.parley.register.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The exemption that a case asks to renew, in words, under the key {@code renewal}: who
 * decides on it, confirms it or rules on it has to know how the one before has held.
 */
@Component
class RenewalSoFar implements CasePart {

	private final Exemptions exemptions;

	private final ExemptionReviews reviews;

	private final Attestations attestations;

	private final Assets assets;

	private final Wording wording;

	RenewalSoFar(Exemptions exemptions, ExemptionReviews reviews, Attestations attestations, Assets assets,
			Wording wording) {
		this.assets = assets;
		this.exemptions = exemptions;
		this.reviews = reviews;
		this.attestations = attestations;
		this.wording = wording;
	}

	@Override
	public void putInto(Map<String, @Nullable Object> shown, String caseId) {
		shown.put("renewal", this.reviews.renewalAskedIn(caseId).map(this::shown).orElse(null));
	}

	private Map<String, @Nullable Object> shown(Renewal renewal) {
		Exemption exemption = this.exemptions.find(renewal.exemptionId()).orElseThrow();
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("id", exemption.id());
		shown.put("state", exemption.state().label());
		shown.put("endsOn", exemption.days().endsOn().toString());
		shown.put("deviatesFrom", exemption.terms().deviatesFrom());
		shown.put("compensatingControls", exemption.terms().compensatingControls());
		shown.put("controlsOwner", this.wording.owner(exemption.terms().controlsOwner()));
		shown.put("assets", String.join(", ", this.assets.namesOf(exemption.terms().assets())));
		shown.put("attestation", this.attestations.latest(exemption.id()).map(this::sentence).orElse("None yet."));
		shown.put("askedUntil", renewal.endsOn().toString());
		shown.put("rationale", renewal.rationale());
		this.reviews.of(exemption.id())
			.stream()
			.filter(RenewalSoFar::asksForRenewal)
			.findFirst()
			.ifPresent((review) -> putReview(shown, review));
		return shown;
	}

	private static boolean asksForRenewal(ExemptionReview review) {
		return review.conclusion() != null && review.conclusion().outcome() == ExemptionReview.Outcome.RENEW;
	}

	private void putReview(Map<String, @Nullable Object> shown, ExemptionReview review) {
		shown.put("advice", review.advice());
		shown.put("advisedBy", this.wording.name(review.advisedBy()));
		shown.put("askedBy", (review.conclusion() != null) ? this.wording.name(review.conclusion().by()) : null);
	}

	private String sentence(Attestation attestation) {
		String attested = "%s on %s".formatted(attestation.state().label(), this.wording.day(attestation.at()));
		if (attestation.state() != Attestation.State.IN_PLACE) {
			return attested + ".";
		}
		return (attestation.check() != null)
				? "%s, %s.".formatted(attested, attestation.check().outcome().label().toLowerCase(Locale.ROOT))
				: attested + ", not verified yet.";
	}

}
