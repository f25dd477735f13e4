package dev.parley.register;

import java.util.Map;
import java.util.Set;

/**
 * Somebody who reads lists of cases, which leave out what the
 * {@link CaseVisibilityPolicy} does not let this person open.
 *
 * @param user the person
 * @param groups groups of the person
 */
public record CaseReader(String user, Set<String> groups) {

	/**
	 * The condition in SQL that the person may open the case {@code c}. It has the
	 * parameters of {@link #parameters()}.
	 */
	public static final String MAY_OPEN_CASE = """
			(:opensEvery
			 or c.deciding_group = any(:groups)
			 or (:opensHandedUp and (c.state = 'ESCALATED'
			                         or exists (select 1 from ruling given where given.case_id = c.case_id)))
			 or c.case_id in (select own.case_id from case_act own where own.user_id = :user))""";

	/** The parameters of the condition. */
	public Map<String, Object> parameters() {
		return Map.of("user", this.user, "groups", this.groups.toArray(String[]::new), "opensEvery",
				CaseVisibilityPolicy.opensEvery(this.groups), "opensHandedUp",
				CaseVisibilityPolicy.opensHandedUp(this.groups));
	}

}
