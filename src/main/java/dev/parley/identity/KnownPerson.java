package dev.parley.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A person of the provider as Parley knows the person so far.
 *
 * @param userId the user id, for good
 * @param first given name
 * @param last family name
 * @param email address
 * @param holds the offices held
 * @param claimed the offices that the provider gave last, held or not; null before it
 * said anything
 * @param claimedAt when the provider said so
 */
record KnownPerson(String userId, @Nullable String first, @Nullable String last, @Nullable String email,
		Set<String> holds, @Nullable Set<String> claimed, @Nullable Instant claimedAt) {

	/** Whether a token adds nothing: it says the same, or says it from before. */
	boolean isUpToDateWith(ClaimedPerson said) {
		return isNewerThan(said) || (hasNamesOf(said) && hasOfficesOf(said));
	}

	private boolean isNewerThan(ClaimedPerson said) {
		return this.claimedAt != null && said.issuedAt().isBefore(this.claimedAt);
	}

	private boolean hasNamesOf(ClaimedPerson said) {
		return isSame(said.first(), this.first) && isSame(said.last(), this.last) && isSame(said.email(), this.email);
	}

	private static boolean isSame(@Nullable String said, @Nullable String known) {
		return said == null || said.equals(known);
	}

	private boolean hasOfficesOf(ClaimedPerson said) {
		Set<String> offices = said.offices();
		return offices == null || (offices.equals(this.claimed) && this.holds.equals(permitted(offices)));
	}

	/**
	 * The offices that may be held: none where the provider gives two that exclude each
	 * other.
	 */
	static Set<String> permitted(Set<String> claimed) {
		return SeparationOfDuties.objectionTo(claimed).isPresent() ? Set.of() : claimed;
	}

	/** Why the person is not let in, if so. */
	Optional<String> objection() {
		Set<String> offices = (this.claimed != null) ? this.claimed : Set.of();
		if (offices.isEmpty()) {
			return Optional.of(("The identity provider gives %s no office of Parley."
					+ " Ask its administrators for the group of your office, then sign in again.")
				.formatted(this.userId));
		}
		return SeparationOfDuties.objectionTo(offices)
			.map((reason) -> reason + (" The identity provider puts %s into both;"
					+ " ask its administrators to take one away, then sign in again.")
				.formatted(this.userId));
	}

}
