package dev.parley.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.parley.identity.Duty;
import dev.parley.identity.PastActs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what in a case. Duties that exclude each other are judged by it. */
@Component
public class Acts implements PastActs {

	private final JdbcClient jdbc;

	private final Clock clock;

	Acts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Records that somebody did a duty in a case. */
	public void record(String caseId, Duty duty, String user) {
		this.jdbc.sql("insert into case_act (case_id, duty, user_id, acted_at) values (?, ?, ?, ?)")
			.params(caseId, duty.name(), user, now())
			.update();
	}

	/** What somebody did in a case so far. */
	public List<Duty> dutiesDone(String caseId, String user) {
		return this.jdbc.sql("select duty from case_act where case_id = ? and user_id = ? order by case_act_id")
			.params(caseId, user)
			.query((row, number) -> Duty.valueOf(row.getString(1)))
			.list();
	}

	/**
	 * Who takes part in a case, and what each of them did in it first. Judging a case is
	 * no part in it.
	 */
	public Map<String, Duty> takingPart(String caseId) {
		Map<String, Duty> parts = new LinkedHashMap<>();
		this.jdbc.sql(
				"select user_id, duty from case_act where case_id = ? and duty not in ('VOTE', 'RULE', 'COMPLETE_ACTION', 'REVOKE') order by case_act_id")
			.param(caseId)
			.query((row) -> {
				parts.putIfAbsent(row.getString("user_id"), Duty.valueOf(row.getString("duty")));
			});
		return parts;
	}

	@Override
	public boolean actedBefore(String userId) {
		return this.jdbc.sql("select exists (select 1 from case_act where lower(user_id) = lower(?))")
			.param(userId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Records that a task changed hands by somebody else than who held it.
	 * @param caseId the case
	 * @param task form of the task
	 * @param from who held it, or null
	 * @param to who holds it now, or null when it was given back
	 * @param by who changed it
	 */
	public void recordReassignment(String caseId, String task, @Nullable String from, @Nullable String to, String by) {
		this.jdbc.sql("""
				insert into reassignment (case_id, task, from_user, to_user, changed_by, changed_at)
				values (:caseId, :task, :from, :to, :by, :now)""")
			.param("caseId", caseId)
			.param("task", task)
			.param("from", from)
			.param("to", to)
			.param("by", by)
			.param("now", now())
			.update();
	}

	/** How often tasks of a case changed hands by somebody else than who held them. */
	public int reassignments(String caseId) {
		return this.jdbc.sql("select count(*) from reassignment where case_id = ?")
			.param(caseId)
			.query(Integer.class)
			.single();
	}

	private Timestamp now() {
		return Timestamp.from(Instant.now(this.clock));
	}

}
