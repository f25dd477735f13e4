package dev.parley.register;

import java.util.List;

import dev.parley.identity.Office;

/**
 * Who answers for an action or for compensating controls: an office or a person.
 *
 * @param name the group of the office, or the id of the user
 */
public record FollowUpOwner(String name) {

	/** The person; none where an office does. */
	public List<String> users() {
		return isOffice() ? List.of() : List.of(this.name);
	}

	/** The group of the office; none where a person does. */
	public List<String> groups() {
		return isOffice() ? List.of(this.name) : List.of();
	}

	private boolean isOffice() {
		return Office.ofGroup(this.name).isPresent();
	}

}
