package dev.parley.register;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

import dev.parley.register.Assessment.Levels;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads cases. */
@Component
class CaseRows {

	private final JdbcClient jdbc;

	CaseRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<RiskCase> find(String caseId) {
		return this.jdbc.sql("""
				select c.*, i.name as initiative, %s
				  from risk_case c
				  left join initiative i using (initiative_id)
				  left join asset a on a.asset_id = c.asset_id
				 where c.case_id = ?""".formatted(AssetRow.COLUMNS))
			.param(caseId)
			.query((row, number) -> riskCase(row))
			.optional();
	}

	Optional<String> latestOf(String riskId) {
		return this.jdbc
			.sql("select case_id from risk_case where risk_id = ? order by opened_at desc, case_id desc limit 1")
			.param(riskId)
			.query(String.class)
			.optional();
	}

	private static RiskCase riskCase(ResultSet row) throws SQLException {
		String route = row.getString("route");
		return new RiskCase(row.getString("case_id"), row.getString("risk_id"),
				CaseState.valueOf(row.getString("state")), raised(row), row.getString("raised_by"),
				row.getTimestamp("opened_at").toInstant(), asset(row), row.getString("deciding_group"), assessment(row),
				(route != null) ? Route.valueOf(route) : null, row.getString("models"), instant(row, "settled_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return (at != null) ? at.toInstant() : null;
	}

	private static RaisedRisk raised(ResultSet row) throws SQLException {
		Date neededBy = row.getDate("needed_by");
		return new RaisedRisk(row.getString("title"), row.getString("scenario"),
				Category.valueOf(row.getString("category")), row.getString("initiative"), row.getString("benefit"),
				(neededBy != null) ? neededBy.toLocalDate() : null, row.getBoolean("initiative_started"));
	}

	private static @Nullable Asset asset(ResultSet row) throws SQLException {
		return (row.getString("asset_class") != null) ? AssetRow.read(row) : null;
	}

	private static @Nullable Assessment assessment(ResultSet row) throws SQLException {
		Level appetite = level(row, "appetite");
		Level tolerance = level(row, "tolerance");
		Level capacity = level(row, "capacity");
		if (appetite == null || tolerance == null || capacity == null) {
			return null;
		}
		return new Assessment(levels(row, "it"), levels(row, "security"), new Appetite(appetite, tolerance, capacity));
	}

	private static @Nullable Levels levels(ResultSet row, String side) throws SQLException {
		Level current = level(row, side + "_level");
		Level residual = level(row, side + "_residual");
		return (current != null && residual != null) ? new Levels(current, residual) : null;
	}

	private static @Nullable Level level(ResultSet row, String column) throws SQLException {
		int rank = row.getInt(column);
		return row.wasNull() ? null : Level.ofRank(rank);
	}

}
