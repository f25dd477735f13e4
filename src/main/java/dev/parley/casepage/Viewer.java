package dev.parley.casepage;

import java.util.Set;

import dev.parley.engine.CaseProgress.Step;

/**
 * Somebody who looks at a case.
 *
 * @param user user id
 * @param groups groups of the person
 */
record Viewer(String user, Set<String> groups) {

	/** Whether the person may do a step, or take it over from a colleague. */
	boolean mayDo(Step step) {
		return this.user.equals(step.assignee()) || step.users().contains(this.user)
				|| step.groups().stream().anyMatch(this.groups::contains);
	}

	/**
	 * Whether a step that others are asked for too is still to be done by this person.
	 */
	boolean isAsked(Step step) {
		boolean personal = Veil.VOTES.covers(step);
		return step.open() && (personal ? this.user.equals(step.assignee()) : mayDo(step));
	}

}
