package dev.parley.register;

import java.util.Set;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who answers for what follows a decision: for an action of its plan, or for the
 * compensating controls of its exemption. They need not have taken part in the case.
 */
@Component
class FollowUpOwners {

	/** The cases in which one of some users and groups owns something, in SQL. */
	static final String CASES = """
			select given.case_id from decision_action given join treatment_plan carried using (case_id, decision)
			 where given.owner = any(%1$s)
			 union all
			select e.case_id from exemption e where e.granted_at is not null and e.controls_owner = any(%1$s)""";

	private final JdbcClient jdbc;

	FollowUpOwners(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether a person, or an office of the person, owns something in a case. */
	boolean isOne(String caseId, String user, Set<String> groups) {
		return this.jdbc.sql("select :caseId in (" + CASES.formatted(":owners") + ")")
			.param("caseId", caseId)
			.param("owners", names(user, groups))
			.query(Boolean.class)
			.single();
	}

	/** The names that a person owns things by. */
	static String[] names(String user, Set<String> groups) {
		return Stream.concat(Stream.of(user), groups.stream()).toArray(String[]::new);
	}

}
