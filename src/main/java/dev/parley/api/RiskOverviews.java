package dev.parley.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parley.api.RiskOverview.DecisionBody;
import dev.parley.api.RiskOverview.RiskState;
import dev.parley.register.Band;
import dev.parley.register.CaseReader;
import dev.parley.register.Category;
import dev.parley.register.Level;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referrals;
import dev.parley.register.Treatment;
import dev.parley.register.UnacceptableState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads risks of which the reader may open a case. How such a risk stands, with its level
 * and the decision in force, shows as on the page of its case; a decision that is not in
 * force shows only to those who may open the case it was taken in.
 */
@Component
class RiskOverviews {

	private static final String RISKS = """
			select r.risk_id, r.title, r.category, r.level, r.band, r.state, r.asset_id, r.raised_at,
			       u.state as unacceptable_state, newest.case_id,
			       d.treatment, d.state = 'IN_FORCE' as in_force, referred.ruled_by
			  from risk r
			  join lateral (
			        select c.case_id from risk_case c
			         where c.risk_id = r.risk_id and %1$s
			         order by c.opened_at desc, c.case_id desc limit 1) newest on true
			  left join unacceptable_risks(:today) u on u.risk_id = r.risk_id
			  left join lateral (
			        select x.case_id, x.number, x.treatment, x.state
			          from decision x join risk_case c using (case_id)
			         where c.risk_id = r.risk_id and (x.state = 'IN_FORCE' or %1$s)
			         order by x.state = 'IN_FORCE' desc, coalesce(x.in_force_since, x.decided_at) desc, x.number desc
			         limit 1) d on true
			  left join lateral (
			        select %2$s as ruled_by from referral f
			         where f.case_id = d.case_id and f.decision = d.number and f.state not in ('REPLACED', 'WITHDRAWN')
			         order by f.number desc limit 1) referred on true
			 where
			""".formatted(CaseReader.MAY_OPEN_CASE, Referrals.RULED_BY);

	private final JdbcClient jdbc;

	private final Clock clock;

	RiskOverviews(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<RiskOverview> find(String riskId, CaseReader reader) {
		return this.jdbc.sql(RISKS + "r.risk_id = :riskId")
			.params(reader.parameters())
			.param("today", LocalDate.now(this.clock))
			.param("riskId", riskId)
			.query(RiskOverviews::risk)
			.optional();
	}

	/** Risks, the newest first: a later number of more digits is longer. */
	List<RiskOverview> page(RiskFilter filter, @Nullable String after, int most, CaseReader reader) {
		Map<String, @Nullable Object> parameters = new HashMap<>(reader.parameters());
		parameters.putAll(filter.parameters());
		parameters.put("today", LocalDate.now(this.clock));
		parameters.put("after", after);
		parameters.put("most", most);
		return this.jdbc.sql(RISKS + RiskFilter.MATCHES + """
				  and (cast(:after as text) is null
				       or (length(r.risk_id), r.risk_id) < (length(cast(:after as text)), :after))
				order by length(r.risk_id) desc, r.risk_id desc
				limit :most""").params(parameters).query(RiskOverviews::risk).list();
	}

	private static RiskOverview risk(ResultSet row, int number) throws SQLException {
		int rank = row.getInt("level");
		Level level = row.wasNull() ? null : Level.ofRank(rank);
		return new RiskOverview(row.getString("risk_id"), row.getString("title"),
				Category.valueOf(row.getString("category")), level, named(row, "band", Band.class),
				RiskState.valueOf(row.getString("state")), named(row, "unacceptable_state", UnacceptableState.class),
				decision(row), null, row.getString("asset_id"), row.getString("case_id"),
				row.getTimestamp("raised_at").toInstant());
	}

	private static @Nullable DecisionBody decision(ResultSet row) throws SQLException {
		Treatment treatment = named(row, "treatment", Treatment.class);
		return (treatment != null)
				? new DecisionBody(treatment, row.getBoolean("in_force"), named(row, "ruled_by", Authority.class))
				: null;
	}

	private static <E extends Enum<E>> @Nullable E named(ResultSet row, String column, Class<E> type)
			throws SQLException {
		String name = row.getString(column);
		return (name != null) ? Enum.valueOf(type, name) : null;
	}

}
