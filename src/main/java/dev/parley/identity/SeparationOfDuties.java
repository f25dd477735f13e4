package dev.parley.identity;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Which duties never meet in one person: who raises a case does not decide it, who
 * decides does not give assurance, nobody acts for both sides, nobody who takes part in a
 * case votes or rules on it, nobody both votes and rules on it, who carries out an action
 * does not verify the treatment, and nobody is in both offices. Administrators are no
 * exception.
 */
public final class SeparationOfDuties {

	private SeparationOfDuties() {
	}

	/**
	 * Checks a duty against what the same person did in the case before.
	 * @param duty what the person wants to do
	 * @param before what the person did
	 * @return the reason to refuse, or empty when the duty is allowed
	 */
	public static Optional<String> objectionTo(Duty duty, Collection<Duty> before) {
		if (duty.decides() && before.contains(Duty.RAISE)) {
			return Optional.of("You raised this case, and who raises a case does not decide it."
					+ " Another member of the deciding office has to.");
		}
		return before.stream().flatMap((done) -> objection(duty, done).stream()).findFirst();
	}

	private static Optional<String> objection(Duty duty, Duty done) {
		if (duty == Duty.VERIFY_TREATMENT && done == Duty.COMPLETE_ACTION) {
			return because(done, ", and nobody verifies what they carried out.");
		}
		if (duty.isAftermath() || done.isAftermath()) {
			return Optional.empty();
		}
		if (done.judges() != duty.judges()) {
			return because(done, ", and nobody both takes part in a case and judges it.");
		}
		if (done.judges() && done != duty) {
			return because(done, ", and nobody both votes and rules on a case.");
		}
		return opposes(done.side(), duty.side()) ? because(done, " for the other side, and nobody acts for both sides.")
				: Optional.empty();
	}

	private static Optional<String> because(Duty done, String rule) {
		return Optional.of("You %s this case%s Another member of the office has to.".formatted(done.words(), rule));
	}

	/**
	 * Checks the offices of one person.
	 * @param groups all groups of the person
	 * @return the reason to refuse, or empty when they go together
	 */
	public static Optional<String> objectionTo(Set<String> groups) {
		if (groups.contains(Office.CIO.group()) && groups.contains(Office.CISO.group())) {
			return Optional.of("Nobody is in the offices of the CIO and of the CISO at once:"
					+ " the one decides, the other gives assurance.");
		}
		return Optional.empty();
	}

	private static boolean opposes(Side one, Side other) {
		return one != Side.NONE && other != Side.NONE && one != other;
	}

}
