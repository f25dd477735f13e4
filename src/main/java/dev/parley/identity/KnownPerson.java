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
 * @param claimedAt when the provider said so last
 */
record KnownPerson(String userId, @Nullable String first, @Nullable String last, @Nullable String email,
		Set<String> holds, @Nullable Set<String> claimed, @Nullable Instant claimedAt) {

	/**
	 * Whether a token adds nothing: it says the same, or says it from before. A sign-in
	 * adds at least its time, before which no token counts any more.
	 */
	boolean isUpToDateWith(ClaimedPerson said) {
		return isNewerThan(said) || (said.atSignIn() ? isSameSignIn(said) : hasClaimsOf(said));
	}

	private boolean isSameSignIn(ClaimedPerson said) {
		return said.issuedAt().equals(this.claimedAt) && hasNamesOf(said) && hasClaimsOf(said)
				&& this.holds.equals(permitted());
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

	private boolean hasClaimsOf(ClaimedPerson said) {
		return said.offices() == null || said.offices().equals(this.claimed);
	}

	/** The offices that the provider's last word allows. */
	Set<String> permitted() {
		return (this.claimed != null) ? permitted(this.claimed) : Set.of();
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
