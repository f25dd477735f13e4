package dev.parley.identity;

import java.util.List;
import java.util.Set;

/** Who there is, and which offices they hold. */
public interface People {

	/** Groups of a person, read anew at each call. */
	Set<String> groupsOf(String userId);

	/** Ids of the members of a group, in order. */
	List<String> membersOf(String group);

	/** Whether there is a user with this id. */
	boolean userExists(String userId);

	/** The name to show for a user id, with the id: {@code Deputy CIO (cio-deputy)}. */
	String nameOf(String userId);

	/** Those who can own an action: offices first, then persons. */
	List<Owner> possibleOwners();

	/** Whether this is the id of a user or of a group that can own an action. */
	default boolean canOwn(String id) {
		return possibleOwners().stream().anyMatch((owner) -> owner.id().equals(id));
	}

	/**
	 * A user or a group.
	 *
	 * @param id the user's or group's id
	 * @param label the name to show
	 */
	record Owner(String id, String label) {
	}

}
