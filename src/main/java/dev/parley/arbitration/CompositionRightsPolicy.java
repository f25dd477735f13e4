package dev.parley.arbitration;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.parley.identity.Office;

/**
 * Who has a say in the composition of the committee: its chair proposes, an executive
 * sponsor answers, and neither side of its cases nor an administrator does, whatever
 * other office they gave themselves.
 */
final class CompositionRightsPolicy {

	private CompositionRightsPolicy() {
	}

	/** Why somebody in these groups may not propose a composition. */
	static Optional<String> objectionToProposing(Set<String> groups) {
		return party(groups)
			.or(() -> without(Office.COMMITTEE_CHAIR, "proposes a composition of the committee", groups));
	}

	/** Why somebody in these groups may answer no composition. */
	static Optional<String> objectionToAnswering(Set<String> groups) {
		return party(groups)
			.or(() -> without(Office.EXECUTIVE_SPONSOR, "endorses or refuses a composition of the committee", groups));
	}

	/** Why a person may not answer this composition. */
	static Optional<String> objectionToAnswering(Composition composition, String user, Set<String> groups) {
		return objectionToAnswering(groups).or(() -> proposer(composition, user));
	}

	private static Optional<String> proposer(Composition composition, String user) {
		return composition.proposedBy().equals(user) ? Optional
			.of("You proposed composition %d, and nobody endorses or refuses what they proposed. Another executive sponsor has to."
				.formatted(composition.number())) : Optional.empty();
	}

	private static Optional<String> party(Set<String> groups) {
		return Stream.of(Office.CIO, Office.CISO, Office.ADMINISTRATOR)
			.filter((office) -> groups.contains(office.group()))
			.findFirst()
			.map((office) -> ("You hold the office %s. Whoever does neither proposes nor answers a composition of the"
					+ " committee, whatever other offices they hold. Somebody else has to.")
				.formatted(office.label()));
	}

	private static Optional<String> without(Office needed, String act, Set<String> groups) {
		return groups.contains(needed.group()) ? Optional.empty()
				: Optional.of("Only the office %s %s.".formatted(needed.label(), act));
	}

}
