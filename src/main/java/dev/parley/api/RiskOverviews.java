package dev.parley.api;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parley.api.RiskOverview.DecisionBody;
import dev.parley.api.RiskOverview.ExemptionBody;
import dev.parley.register.Band;
import dev.parley.register.CaseReader;
import dev.parley.register.Category;
import dev.parley.register.ExemptionState;
import dev.parley.register.Level;
import dev.parley.register.OutdatingCause;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referrals;
import dev.parley.register.RiskFilter;
import dev.parley.register.RiskState;
import dev.parley.register.Treatment;
import dev.parley.register.UnacceptableState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads risks of which the reader may open a case. How such a risk stands, with its level
 * and the decision in force, shows as on the page of its case; a decision that is not in
 * force, and its exemption, shows only to those who may open the case it was taken in.
 */
@Component
class RiskOverviews {

	private static final String PAGE = """
			with page as materialized (
			        select r.* from risk r where %s and %s""";

	private static final String RISKS = """
			)
			select r.risk_id, r.title, r.category, r.level, r.band, r.state, r.asset_id, r.raised_at,
			       u.state as unacceptable_state, newest.case_id,
			       d.treatment, d.in_force, referred.ruled_by,
			       e.exemption_id, e.state as exemption_state, e.ends_on,
			       (select array_agg(distinct o.cause order by o.cause) from outdating o
			         where d.state = 'IN_FORCE' and o.case_id = d.case_id and o.decision = d.number) as outdated
			  from page r
			  join lateral (
			        select c.case_id from risk_case c
			         where c.risk_id = r.risk_id and %1$s
			         order by c.opened_at desc, c.case_id desc limit 1) newest on true
			  left join unacceptable_risks(:today) u on u.risk_id = r.risk_id
			  left join lateral (
			        select x.case_id, x.number, x.treatment, x.state,
			               x.state = 'IN_FORCE' and s.state is distinct from 'SUSPENDED' as in_force
			          from decision x
			          join risk_case c using (case_id)
			          left join exemption s on s.case_id = x.case_id and s.decision = x.number
			         where c.risk_id = r.risk_id and (x.state = 'IN_FORCE' or %1$s)
			         order by x.state = 'IN_FORCE' desc, coalesce(x.in_force_since, x.decided_at) desc, x.number desc
			         limit 1) d on true
			  left join lateral (
			        select %2$s as ruled_by from referral f
			         where f.case_id = d.case_id and f.decision = d.number and f.state not in ('REPLACED', 'WITHDRAWN')
			         order by f.number desc limit 1) referred on true
			  left join lateral (
			        select x.exemption_id, x.state, x.ends_on
			          from exemption x
			          join decision k on k.case_id = x.case_id and k.number = x.decision
			          join risk_case c on c.case_id = x.case_id
			         where x.risk_id = r.risk_id and (k.state = 'IN_FORCE' or %1$s)
			         order by x.granted_at is not null desc, coalesce(x.granted_at, x.requested_at) desc,
			                  x.exemption_id desc
			         limit 1) e on true
			 order by length(r.risk_id) desc, r.risk_id desc""".formatted(CaseReader.MAY_OPEN_CASE, Referrals.RULED_BY);

	private final JdbcClient jdbc;

	private final Clock clock;

	RiskOverviews(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<RiskOverview> find(String riskId, CaseReader reader) {
		return this.jdbc.sql(PAGE.formatted(reader.seesRisk(), "r.risk_id = :riskId") + RISKS)
			.params(reader.parameters())
			.param("today", LocalDate.now(this.clock))
			.param("riskId", riskId)
			.query(RiskOverviews::risk)
			.optional();
	}

	/** Risks, the newest first: a later number of more digits is longer. */
	List<RiskOverview> page(RiskFilter filter, @Nullable String after, int most, CaseReader reader) {
		Map<String, @Nullable Object> parameters = new HashMap<>(reader.parameters());
		parameters.putAll(filter.parameters(LocalDate.now(this.clock)));
		parameters.put("after", after);
		parameters.put("most", most);
		return this.jdbc.sql(PAGE.formatted(reader.seesRisk(), filter.condition(reader)) + """

				  and (cast(:after as text) is null
				       or (length(r.risk_id), r.risk_id) < (length(cast(:after as text)), :after))
				order by length(r.risk_id) desc, r.risk_id desc
				limit :most""" + RISKS).params(parameters).query(RiskOverviews::risk).list();
	}

	private static RiskOverview risk(ResultSet row, int number) throws SQLException {
		int rank = row.getInt("level");
		Level level = row.wasNull() ? null : Level.ofRank(rank);
		return new RiskOverview(row.getString("risk_id"), row.getString("title"),
				Category.valueOf(row.getString("category")), level, named(row, "band", Band.class),
				RiskState.valueOf(row.getString("state")), named(row, "unacceptable_state", UnacceptableState.class),
				decision(row), exemption(row), outdated(row), row.getString("asset_id"), row.getString("case_id"),
				row.getTimestamp("raised_at").toInstant());
	}

	private static @Nullable DecisionBody decision(ResultSet row) throws SQLException {
		Treatment treatment = named(row, "treatment", Treatment.class);
		return (treatment != null)
				? new DecisionBody(treatment, row.getBoolean("in_force"), named(row, "ruled_by", Authority.class))
				: null;
	}

	private static @Nullable ExemptionBody exemption(ResultSet row) throws SQLException {
		ExemptionState state = named(row, "exemption_state", ExemptionState.class);
		return (state != null)
				? new ExemptionBody(row.getString("exemption_id"), state, row.getObject("ends_on", LocalDate.class))
				: null;
	}

	private static List<OutdatingCause> outdated(ResultSet row) throws SQLException {
		Array causes = row.getArray("outdated");
		return (causes != null) ? Arrays.stream((String[]) causes.getArray()).map(OutdatingCause::valueOf).toList()
				: List.of();
	}

	private static <E extends Enum<E>> @Nullable E named(ResultSet row, String column, Class<E> type)
			throws SQLException {
		String name = row.getString(column);
		return (name != null) ? Enum.valueOf(type, name) : null;
	}

}
