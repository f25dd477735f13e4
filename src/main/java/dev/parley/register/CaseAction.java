package dev.parley.register;

import java.util.Optional;
import java.util.Set;

/** Something that a person can do with a case beside its tasks. */
public interface CaseAction {

	/**
	 * Offers the action.
	 * @param riskCase the case
	 * @param user who looks at it
	 * @param groups the groups of that person
	 * @return where to do it; empty when this person cannot do it now
	 */
	Optional<Offer> offer(RiskCase riskCase, String user, Set<String> groups);

	/**
	 * An action that is possible.
	 *
	 * @param label what it does
	 * @param about id of the case, the exemption or the risk that it is done to
	 * @param href the page to do it on
	 */
	record Offer(String label, String about, String href) {
	}

}
