package dev.parley.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who there is, and which offices they hold. */
public interface People {

	/** Who acts when software does, and no person: no user has this id. */
	String SYSTEM = "system";

	/** Groups of a person, read anew at each call. */
	Set<String> groupsOf(String userId);

	/** Ids of the members of a group, in order. */
	List<String> membersOf(String group);

	/** Ids of all who hold an office, by office; without offices that nobody holds. */
	Map<Office, Set<String>> holders();

	/** The name to show for a user id, with the id: {@code Deputy CIO (cio-deputy)}. */
	String nameOf(String userId);

	/** The names to show for user ids, by id. */
	Map<String, String> namesOf(Collection<String> userIds);

	/** Owners to offer for an action: the offices, then the members of one of them. */
	List<Owner> ownersToOffer(String group);

	/** Whether this is the id of a user or of a group. */
	boolean exists(String id);

	/**
	 * A user or a group.
	 *
	 * @param id the user's or group's id
	 * @param label the name to show
	 */
	record Owner(String id, String label) {
	}

}
