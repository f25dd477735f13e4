package dev.parley.riskpage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import dev.parley.register.AssetClass;
import dev.parley.register.Band;
import dev.parley.register.CaseReader;
import dev.parley.register.CaseState;
import dev.parley.register.Category;
import dev.parley.register.RiskState;
import dev.parley.register.UnacceptableState;
import dev.parley.riskpage.ListedRisk.NamedAsset;
import dev.parley.riskpage.RiskHead.DecisionKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a risk and its cases, as far as the reader may open them. */
@Component
class RiskRecords {

	private final JdbcClient jdbc;

	private final Days days;

	RiskRecords(JdbcClient jdbc, Days days) {
		this.jdbc = jdbc;
		this.days = days;
	}

	/** A risk of which the reader may open a case. */
	Optional<RiskHead> find(String riskId, CaseReader reader) {
		return this.jdbc.sql("""
				select r.*, a.name as asset, a.asset_class, u.state as unacceptable_state
				  from risk r
				  left join asset a on a.asset_id = r.asset_id
				  left join unacceptable_risks(:today) u on u.risk_id = r.risk_id
				 where r.risk_id = :riskId and\s""" + reader.seesRisk())
			.params(reader.parameters())
			.param("today", this.days.today())
			.param("riskId", riskId)
			.query((row, number) -> head(row))
			.optional();
	}

	/** The cases on a risk that the reader may open, the newest first. */
	List<RiskCaseLine> cases(String riskId, CaseReader reader) {
		return this.jdbc
			.sql("""
					select c.case_id, c.state, c.raised_by, c.opened_because, c.opened_at, c.settled_at, %s as whole
					  from risk_case c
					 where c.risk_id = :riskId and %s
					 order by c.opened_at desc, c.case_id desc""".formatted(CaseReader.READS_CASE,
					CaseReader.MAY_OPEN_CASE))
			.params(reader.parameters())
			.param("riskId", riskId)
			.query((row, number) -> new RiskCaseLine(row.getString("case_id"),
					CaseState.valueOf(row.getString("state")), row.getString("raised_by"),
					row.getString("opened_because"), row.getTimestamp("opened_at").toInstant(),
					Columns.instant(row, "settled_at"), row.getBoolean("whole")))
			.list();
	}

	private static RiskHead head(ResultSet row) throws SQLException {
		return new RiskHead(row.getString("risk_id"), row.getString("title"), row.getString("scenario"),
				Category.valueOf(row.getString("category")), RiskState.valueOf(row.getString("state")), asset(row),
				Columns.level(row, "level"), Columns.named(row, "band", Band.class),
				Columns.named(row, "unacceptable_state", UnacceptableState.class), latest(row),
				row.getTimestamp("raised_at").toInstant());
	}

	private static @Nullable NamedAsset asset(ResultSet row) throws SQLException {
		AssetClass assetClass = Columns.named(row, "asset_class", AssetClass.class);
		return (assetClass != null) ? new NamedAsset(row.getString("asset_id"), row.getString("asset"), assetClass)
				: null;
	}

	private static @Nullable DecisionKey latest(ResultSet row) throws SQLException {
		String caseId = row.getString("decided_in");
		return (caseId != null) ? new DecisionKey(caseId, row.getInt("decision")) : null;
	}

}
