package dev.parley.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.identity.Office;
import dev.parley.identity.People.Owner;
import dev.parley.identity.People;
import dev.parley.register.Asset;
import dev.parley.register.Assets;
import dev.parley.register.DecisionDraft.Exemption;
import dev.parley.register.ExemptionRules;
import dev.parley.register.RiskCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the terms of an exemption must be: no longer than the limits allow, with controls
 * that somebody outside the CISO's office answers for, which verifies them, and for
 * assets whose risk the same office owns.
 */
@Component
class ExemptionTerms {

	private final ExemptionRules rules;

	private final People people;

	private final Assets assets;

	ExemptionTerms(ExemptionRules rules, People people, Assets assets) {
		this.rules = rules;
		this.people = people;
		this.assets = assets;
	}

	/** Reasons to refuse the terms; empty when they may stand. */
	List<String> objectionsTo(Exemption exemption, RiskCase riskCase) {
		return Stream
			.concat(Stream.of(this.rules.objectionTo(riskId(riskCase), exemption.endsOn()),
					objectionToOwner(exemption.controlsOwner())),
					exemption.alsoCovers().stream().map((asset) -> objectionToAsset(asset, riskCase)))
			.flatMap(Optional::stream)
			.toList();
	}

	/** What an exemption in a case may be, in a sentence. */
	String sentence(RiskCase riskCase) {
		return this.rules.sentence(riskId(riskCase));
	}

	/** Owners to offer for the controls of an exemption in a case. */
	List<Owner> controlsOwners(RiskCase riskCase) {
		Set<String> verifiers = verifiers();
		return this.people.ownersToOffer(riskCase.requireDecidingGroup())
			.stream()
			.filter((owner) -> !verifiers.contains(owner.id()))
			.toList();
	}

	private Optional<String> objectionToOwner(@Nullable String owner) {
		if (owner == null) {
			return Optional.empty();
		}
		if (!this.people.exists(owner)) {
			return Optional
				.of("There is no user and no office \"%s\" to own the controls (controlsOwner). Choose one of the list."
					.formatted(owner));
		}
		return verifiers().contains(owner) ? Optional
			.of("The CISO's office verifies the controls, so \"%s\" cannot own them (controlsOwner).".formatted(owner))
				: Optional.empty();
	}

	/** The office that verifies controls, and its members. */
	private Set<String> verifiers() {
		String ciso = Office.CISO.group();
		return Stream.concat(Stream.of(ciso), this.people.membersOf(ciso).stream()).collect(Collectors.toSet());
	}

	private Optional<String> objectionToAsset(String assetId, RiskCase riskCase) {
		Asset asset = this.assets.find(assetId).orElse(null);
		if (asset == null) {
			return Optional
				.of("There is no asset \"%s\" (alsoCovers). Name ids of assets, one per line.".formatted(assetId));
		}
		String decides = asset.decides().group();
		return decides.equals(riskCase.requireDecidingGroup()) ? Optional.empty()
				: Optional.of("Risks of the asset %s (alsoCovers) are decided by %s, not by %s.".formatted(assetId,
						decides, riskCase.requireDecidingGroup()));
	}

	private static String riskId(RiskCase riskCase) {
		return String.valueOf(riskCase.riskId());
	}

}
