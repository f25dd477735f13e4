package dev.parley.casepage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.parley.identity.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the register what only the page of a case shows. */
@Component
class CaseRecords {

	private final JdbcClient jdbc;

	CaseRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Who did what in a case, in order. */
	List<Act> acts(String caseId) {
		return this.jdbc.sql("select duty, user_id, acted_at from case_act where case_id = ? order by case_act_id")
			.param(caseId)
			.query((row, number) -> new Act(Duty.valueOf(row.getString("duty")), row.getString("user_id"),
					row.getTimestamp("acted_at").toInstant()))
			.list();
	}

	/** Whether the latest decision of a case is in force. */
	Optional<Force> force(String caseId) {
		return this.jdbc
			.sql("select state, in_force_since from decision where case_id = ? order by number desc limit 1")
			.param(caseId)
			.query(CaseRecords::force)
			.optional();
	}

	private static Force force(ResultSet row, int number) throws SQLException {
		Timestamp since = row.getTimestamp("in_force_since");
		return new Force(row.getString("state"), (since != null) ? since.toInstant() : null);
	}

	/**
	 * What somebody did.
	 *
	 * @param duty what it was
	 * @param user who did it
	 * @param at when
	 */
	record Act(Duty duty, String user, Instant at) {
	}

	/**
	 * Whether a decision is in force.
	 *
	 * @param state its state
	 * @param since since when it is in force, or null
	 */
	record Force(String state, @Nullable Instant since) {
	}

}
