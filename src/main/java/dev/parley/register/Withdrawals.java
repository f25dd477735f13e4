package dev.parley.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The withdrawals of cases. */
@Component
public class Withdrawals {

	private final JdbcClient jdbc;

	private final Clock clock;

	Withdrawals(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Records why a case is withdrawn; {@link Cases#withdraw(String)} ends it. */
	public void record(String caseId, String reason, String user) {
		this.jdbc.sql("insert into withdrawal (case_id, reason, withdrawn_by, withdrawn_at) values (?, ?, ?, ?)")
			.params(caseId, reason, user, Timestamp.from(Instant.now(this.clock)))
			.update();
	}

	public Optional<Withdrawal> find(String caseId) {
		return this.jdbc.sql("select * from withdrawal where case_id = ?")
			.param(caseId)
			.query((row, index) -> new Withdrawal(row.getString("reason"), row.getString("withdrawn_by"),
					row.getTimestamp("withdrawn_at").toInstant()))
			.optional();
	}

}
