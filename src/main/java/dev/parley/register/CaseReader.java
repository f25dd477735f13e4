package dev.parley.register;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.identity.Duty;

/**
 * Somebody who reads lists of cases, which leave out what the
 * {@link CaseVisibilityPolicy} does not let this person open.
 *
 * @param user the person
 * @param groups groups of the person
 */
public record CaseReader(String user, Set<String> groups) {

	private static final String TAKES_PART = """
			(:opensEvery
			 or c.deciding_group = any(:groups)
			 or (:opensHandedUp and (c.state = 'ESCALATED'
			                         or exists (select 1 from ruling given where given.case_id = c.case_id)))
			 or (:opensExempted and exists (select 1 from exemption granted where granted.case_id = c.case_id
			                                                                  and granted.granted_at is not null))
			 or c.case_id in (select own.case_id from case_act own where own.user_id = :user))""";

	/**
	 * The condition in SQL that the person may open the case {@code c}. It has the
	 * parameters of {@link #parameters()}.
	 */
	public static final String MAY_OPEN_CASE = "(" + TAKES_PART + " or c.case_id in ("
			+ FollowUpOwners.CASES.formatted(":owners") + "))";

	/**
	 * The condition that all that was said in the case {@code c} shows to the person,
	 * once it is disclosed.
	 */
	public static final String READS_CASE = TAKES_PART.replace(":user)", ":user and own.duty = any(:takingASide))");

	private static final String OWN = """
			select c.risk_id from case_act own join risk_case c using (case_id) where own.user_id = :user""";

	private static final String DECIDED = "select c.risk_id from risk_case c where c.deciding_group = any(:groups)";

	private static final String HANDED_UP = """
			select c.risk_id from risk_case c
			         where c.state = 'ESCALATED' or c.case_id in (select given.case_id from ruling given)""";

	private static final String EXEMPTED = "select e.risk_id from exemption e where e.granted_at is not null";

	private static final String RATED_IN = """
			exists (select 1 from risk_case c
			         where c.case_id = (select rated.case_id from risk_rating rated
			                             where rated.risk_id = r.risk_id and rated.case_id is not null
			                             order by rated.number desc limit 1)
			           and %s)""".formatted(READS_CASE);

	private static final String FOLLOWED_UP = "select c.risk_id from risk_case c where c.case_id in ("
			+ FollowUpOwners.CASES.formatted(":owners") + ")";

	private static final String[] TAKING_A_SIDE = Arrays.stream(Duty.values())
		.filter(CaseVisibilityPolicy::takesASide)
		.map(Duty::name)
		.toArray(String[]::new);

	/**
	 * The condition that the person may open a case of the risk {@code r}. It says the
	 * same as {@link #MAY_OPEN_CASE}, from the cases that the person has to do with, so
	 * that a long register stays quick for those who see little of it.
	 */
	public String seesRisk() {
		return isOneOf(Stream.concat(takesPart(OWN), Stream.of(FOLLOWED_UP)));
	}

	/**
	 * The condition that the score of the risk {@code r} shows to the person, who reads
	 * the case by which it was rated last. Whether the person reads any case of the risk
	 * is quicker to know, and so asked first.
	 */
	public String readsRisk() {
		return CaseVisibilityPolicy.opensEvery(this.groups) ? "true"
				: isOneOf(takesPart(OWN + " and own.duty = any(:takingASide)")) + " and " + RATED_IN;
	}

	private Stream<String> takesPart(String own) {
		Stream<String> ruled = CaseVisibilityPolicy.opensHandedUp(this.groups) ? Stream.of(HANDED_UP) : Stream.empty();
		Stream<String> exempted = CaseVisibilityPolicy.opensExempted(this.groups) ? Stream.of(EXEMPTED)
				: Stream.empty();
		return Stream.concat(Stream.of(own, DECIDED), Stream.concat(ruled, exempted));
	}

	/**
	 * Made so that PostgreSQL reads these risks once and looks each other one up among
	 * them: as a join, it may read them anew for each risk of a long register.
	 */
	private String isOneOf(Stream<String> risks) {
		return CaseVisibilityPolicy.opensEvery(this.groups) ? "true"
				: risks.collect(Collectors.joining("\n         union all ", "(r.risk_id in (", ")) is true"));
	}

	/** The parameters of the conditions. */
	public Map<String, Object> parameters() {
		return Map.of("user", this.user, "groups", this.groups.toArray(String[]::new), "owners",
				FollowUpOwners.names(this.user, this.groups), "opensEvery",
				CaseVisibilityPolicy.opensEvery(this.groups), "opensHandedUp",
				CaseVisibilityPolicy.opensHandedUp(this.groups), "opensExempted",
				CaseVisibilityPolicy.opensExempted(this.groups), "takingASide", TAKING_A_SIDE);
	}

}
