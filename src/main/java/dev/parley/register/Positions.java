package dev.parley.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import dev.parley.identity.Side;
import dev.parley.register.Position.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The positions of both sides. A position is never overwritten, and nobody outside the
 * register sees one before both are in or their time is over.
 */
@Component
public class Positions {

	private static final int SIDES = 2;

	private final JdbcClient jdbc;

	private final Clock clock;

	Positions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Records a stated position as the side's next version. */
	public void state(String caseId, Side side, Statement statement, String user) {
		insert(caseId, side, statement, user, false);
	}

	/**
	 * Records the score that was verified after a treatment as the next version of both
	 * sides' positions.
	 */
	public void verify(String caseId, Score score, String reasoning, String user) {
		Statement verified = new Statement(score, score, reasoning, null, null, null, null);
		insert(caseId, Side.IT, verified, user, true);
		insert(caseId, Side.SECURITY, verified, user, true);
	}

	private void insert(String caseId, Side side, Statement statement, String user, boolean verified) {
		this.jdbc
			.sql("""
					insert into position (case_id, side, version, state, likelihood, impact, residual_likelihood,
					                      residual_impact, reasoning, cost_of_delay, threat, evidence, requested_by, stated_by,
					                      stated_at, verified)
					values (:caseId, :side,
					        (select coalesce(max(version), 0) + 1 from position where case_id = :caseId and side = :side),
					        'STATED', :likelihood, :impact, :residualLikelihood,
					        :residualImpact, :reasoning, :costOfDelay, :threat, :evidence, :requestedBy, :user, :now, :verified)""")
			.param("caseId", caseId)
			.param("side", side.name())
			.param("likelihood", statement.current().likelihood())
			.param("impact", statement.current().impact())
			.param("residualLikelihood", statement.residual().likelihood())
			.param("residualImpact", statement.residual().impact())
			.param("reasoning", statement.reasoning())
			.param("costOfDelay", statement.costOfDelay())
			.param("threat", statement.threat())
			.param("evidence", statement.evidence())
			.param("requestedBy", statement.requestedBy())
			.param("user", user)
			.param("now", now())
			.param("verified", verified)
			.update();
	}

	/**
	 * Records that time ran out for a side. Done again, or after a statement, it changes
	 * nothing.
	 */
	public void recordMissing(String caseId, Side side) {
		this.jdbc.sql("""
				insert into position (case_id, side, version, state, stated_at)
				select :caseId, :side, 1, 'MISSING', cast(:now as timestamptz)
				 where not exists (select 1 from position where case_id = :caseId and side = :side)""")
			.param("caseId", caseId)
			.param("side", side.name())
			.param("now", now())
			.update();
	}

	/** The latest position of each side, IT first; empty until both are in or missing. */
	public List<Position> disclosed(String caseId) {
		List<Position> latest = this.jdbc.sql("""
				select distinct on (side) * from position where case_id = ? order by side, version desc""")
			.param(caseId)
			.query(Positions::position)
			.list();
		return (latest.size() == SIDES) ? latest : List.of();
	}

	/** The versions of both sides' positions that later ones replaced, oldest first. */
	public List<Position> superseded(String caseId) {
		return this.jdbc.sql("""
				select * from position p
				 where case_id = ?
				   and exists (select 1 from position later
				                where later.case_id = p.case_id and later.side = p.side and later.version > p.version)
				 order by side, version""").param(caseId).query(Positions::position).list();
	}

	private static Position position(ResultSet row, int number) throws SQLException {
		return new Position(Side.valueOf(row.getString("side")), statement(row), row.getString("stated_by"),
				row.getTimestamp("stated_at").toInstant(), row.getBoolean("verified"));
	}

	private static @Nullable Statement statement(ResultSet row) throws SQLException {
		if (!"STATED".equals(row.getString("state"))) {
			return null;
		}
		return new Statement(new Score(row.getInt("likelihood"), row.getInt("impact")),
				new Score(row.getInt("residual_likelihood"), row.getInt("residual_impact")), row.getString("reasoning"),
				row.getString("cost_of_delay"), row.getString("threat"), row.getString("evidence"),
				row.getString("requested_by"));
	}

	private Timestamp now() {
		return Timestamp.from(Instant.now(this.clock));
	}

}
