package dev.parley.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.parley.register.Exemption.Days;
import dev.parley.register.Exemption.Grant;
import dev.parley.register.Exemption.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads exemptions. */
@Component
class ExemptionRows {

	private static final String EXEMPTIONS = """
			select e.*, (select array_agg(a.asset_id order by a.asset_id) from exemption_asset a
			              where a.exemption_id = e.exemption_id) as assets
			  from exemption e where %s
			 order by e.requested_at desc, e.exemption_id desc""";

	private final JdbcClient jdbc;

	ExemptionRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The exemptions with a value in a column, the latest first. */
	List<Exemption> by(String column, String value) {
		return this.jdbc.sql(EXEMPTIONS.formatted("e." + column + " = ?"))
			.param(value)
			.query((row, number) -> exemption(row))
			.list();
	}

	/** The exemptions that were granted and have not ended. */
	List<Exemption> live() {
		return this.jdbc.sql(EXEMPTIONS.formatted("e.state in ('IN_FORCE', 'SUSPENDED')"))
			.query((row, number) -> exemption(row))
			.list();
	}

	private static Exemption exemption(ResultSet row) throws SQLException {
		return new Exemption(row.getString("exemption_id"), row.getString("risk_id"), row.getString("case_id"),
				row.getInt("decision"), row.getString("renews"), row.getInt("renewal"),
				ExemptionState.valueOf(row.getString("state")), terms(row), days(row), grant(row));
	}

	private static Terms terms(ResultSet row) throws SQLException {
		return new Terms(row.getString("deviates_from"), row.getString("justification"),
				row.getString("compensating_controls"), row.getString("controls_owner"),
				(row.getArray("assets") != null) ? List.of((String[]) row.getArray("assets").getArray()) : List.of());
	}

	private static Days days(ResultSet row) throws SQLException {
		return new Days(row.getTimestamp("requested_at").toInstant(), instant(row, "granted_at"),
				row.getObject("original_end", LocalDate.class), row.getObject("ends_on", LocalDate.class),
				row.getObject("look_again_on", LocalDate.class), row.getObject("attest_on", LocalDate.class),
				row.getObject("review_on", LocalDate.class));
	}

	private static @Nullable Grant grant(ResultSet row) throws SQLException {
		String approver = row.getString("approver_name");
		int level = row.getInt("level");
		Level rated = row.wasNull() ? null : Level.ofRank(level);
		return (approver != null) ? new Grant(approver, row.getString("approver_role"), rated, row.getString("models"))
				: null;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return (at != null) ? at.toInstant() : null;
	}

}
