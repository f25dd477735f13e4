package dev.parley.exemption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.parley.register.Assets;
import dev.parley.register.Attestation;
import dev.parley.register.Attestation.Check;
import dev.parley.register.Attestations;
import dev.parley.register.CasePart;
import dev.parley.register.Exemption;
import dev.parley.register.Exemption.Grant;
import dev.parley.register.ExemptionReview;
import dev.parley.register.ExemptionReview.Conclusion;
import dev.parley.register.ExemptionReviews;
import dev.parley.register.Exemptions;
import dev.parley.register.Exemptions.Change;
import dev.parley.register.Level;
import dev.parley.register.Outdatings;
import dev.parley.register.Outdatings.Outdating;
import dev.parley.register.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The latest exemption of a case in words, under the key {@code exemption}. */
@Component
class ExemptionSoFar implements CasePart {

	private final Exemptions exemptions;

	private final Attestations attestations;

	private final ExemptionReviews reviews;

	private final Outdatings outdatings;

	private final Assets assets;

	private final Wording wording;

	private final Clock clock;

	ExemptionSoFar(Exemptions exemptions, Attestations attestations, ExemptionReviews reviews, Outdatings outdatings,
			Assets assets, Wording wording, Clock clock) {
		this.assets = assets;
		this.clock = clock;
		this.outdatings = outdatings;
		this.exemptions = exemptions;
		this.attestations = attestations;
		this.reviews = reviews;
		this.wording = wording;
	}

	@Override
	public void putInto(Map<String, @Nullable Object> shown, String caseId) {
		List<Exemption> decided = this.exemptions.ofCase(caseId);
		shown.put("exemption", decided.isEmpty() ? null : shown(decided.get(0)));
	}

	private Map<String, @Nullable Object> shown(Exemption exemption) {
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("id", exemption.id());
		shown.put("state", exemption.state().label());
		shown.putAll(shown(this.exemptions.lastChange(exemption.id())));
		shown.put("renews", exemption.renews());
		shown.put("deviatesFrom", exemption.terms().deviatesFrom());
		shown.put("justification", exemption.terms().justification());
		shown.put("compensatingControls", exemption.terms().compensatingControls());
		shown.put("controlsOwner", this.wording.owner(exemption.terms().controlsOwner()));
		shown.put("assets", String.join(", ", this.assets.namesOf(exemption.terms().assets())));
		shown.put("requestedOn", this.wording.day(exemption.days().requestedAt()));
		shown.put("grantedOn",
				(exemption.days().grantedAt() != null) ? this.wording.day(exemption.days().grantedAt()) : null);
		shown.put("originalEnd", exemption.days().originalEnd().toString());
		shown.put("endsOn", exemption.days().endsOn().toString());
		LocalDate today = LocalDate.now(this.clock);
		shown.put("attestOn", text(exemption.attestedNext(today)));
		shown.put("reviewOn", text(exemption.reviewedNext(today)));
		shown.put("approved", (exemption.grant() != null) ? approved(exemption.grant()) : null);
		shown.put("live", exemption.state().isLive());
		shown.put("changed", exemption.state().isLive() ? changed(exemption) : null);
		shown.put("attestations", this.attestations.of(exemption.id()).stream().map(this::shown).toList());
		shown.put("reviews", this.reviews.of(exemption.id()).stream().map(this::shown).toList());
		return shown;
	}

	/** What has changed of that which it rests on; null where nothing has. */
	private @Nullable String changed(Exemption exemption) {
		String changed = this.outdatings.of(exemption.caseId(), exemption.decision())
			.stream()
			.map(Outdating::detail)
			.collect(Collectors.joining(" "));
		return changed.isEmpty() ? null : changed;
	}

	private static String approved(Grant grant) {
		Level level = grant.level();
		return "%s, %s%s".formatted(grant.approver(), grant.role(),
				(level != null) ? ", at the level " + level.label() : "");
	}

	private Map<String, @Nullable Object> shown(Change change) {
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("since", this.wording.day(change.at()));
		shown.put("broughtBy", this.wording.name(change.by()));
		shown.put("because", change.reason());
		return shown;
	}

	private Map<String, @Nullable Object> shown(Attestation attestation) {
		Check check = attestation.check();
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("state", attestation.state().label());
		shown.put("evidenceLink", attestation.evidenceLink());
		shown.put("remark", attestation.remark());
		shown.put("by", this.wording.name(attestation.by()));
		shown.put("on", this.wording.day(attestation.at()));
		shown.put("awaitsCheck", check == null && attestation.state() == Attestation.State.IN_PLACE);
		shown.put("outcome", (check != null) ? check.outcome().label() : null);
		shown.put("reasoning", (check != null) ? check.reasoning() : null);
		shown.put("checkedBy", (check != null) ? this.wording.name(check.by()) : null);
		shown.put("checkedOn", (check != null) ? this.wording.day(check.at()) : null);
		return shown;
	}

	private Map<String, @Nullable Object> shown(ExemptionReview review) {
		Conclusion conclusion = review.conclusion();
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("on", this.wording.day(review.openedAt()));
		shown.put("cause", review.outdated() ? "What it rests on has changed" : "Planned");
		shown.put("advice", review.advice());
		shown.put("advisedBy", this.wording.name(review.advisedBy()));
		shown.put("outcome", (conclusion != null) ? conclusion.outcome().label() : null);
		shown.put("endsOn", (conclusion != null) ? text(conclusion.endsOn()) : null);
		shown.put("rationale", (conclusion != null) ? conclusion.rationale() : null);
		shown.put("reviewedBy", (conclusion != null) ? this.wording.name(conclusion.by()) : null);
		return shown;
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

}
