package dev.parley.riskpage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javax.sql.DataSource;

import dev.parley.register.AssetClass;
import dev.parley.register.Band;
import dev.parley.register.CaseReader;
import dev.parley.register.Category;
import dev.parley.register.ExemptionState;
import dev.parley.register.OutdatingCause;
import dev.parley.register.RiskFilter;
import dev.parley.register.RiskState;
import dev.parley.register.Treatment;
import dev.parley.register.UnacceptableState;
import dev.parley.riskpage.ListedRisk.ListedExemption;
import dev.parley.riskpage.ListedRisk.NamedAsset;
import dev.parley.riskpage.ListedRisk.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the list of the register: the risks of which the reader may open a case. They are
 * found first, and only those of a page are then looked up in full.
 */
@Component
class RegisterRows {

	/** Above that many, the page says that there are more. */
	static final int COUNTED = 10_000;

	private static final int FETCHED = 500;

	private static final String FOUND = """
			select r.*, %s as sort_value
			  from risk r
			  left join decision s on s.case_id = r.decided_in and s.number = r.decision and s.state = 'IN_FORCE'
			 where %s
			   and %s
			""";

	private static final String IN_FULL = """
			select r.risk_id, r.title, r.category, r.state, r.level, r.band, r.raised_at, r.sort_value,
			       a.asset_id, a.name as asset, a.asset_class, u.state as unacceptable_state,
			       d.treatment, d.in_force_since, d.review_on, e.exemption_id, e.state as exemption_state, e.ends_on,
			       (select array_agg(distinct o.cause order by o.cause) from outdating o
			         where o.case_id = d.case_id and o.decision = d.number) as outdated
			  from %s r
			  left join asset a on a.asset_id = r.asset_id
			  left join unacceptable_risks(:today) u on u.risk_id = r.risk_id
			  left join decision d on d.case_id = r.decided_in and d.number = r.decision and d.state = 'IN_FORCE'
			  left join exemption e on e.case_id = d.case_id and e.decision = d.number
			 order by %s""";

	private final JdbcClient jdbc;

	private final JdbcClient streaming;

	private final Clock clock;

	RegisterRows(JdbcClient jdbc, DataSource database, Clock clock) {
		this.jdbc = jdbc;
		JdbcTemplate inPieces = new JdbcTemplate(database);
		inPieces.setFetchSize(FETCHED);
		this.streaming = JdbcClient.create(inPieces);
		this.clock = clock;
	}

	/**
	 * Risks in order.
	 * @param after where the page begins, or null for the first one
	 * @param most how many at most
	 */
	List<ListedRisk> page(RiskFilter filter, RiskSort sort, @Nullable RiskKey after, int most, CaseReader reader) {
		Map<String, @Nullable Object> parameters = parameters(filter, reader);
		String condition = filter.condition(reader);
		if (after != null) {
			condition += "\n   and " + sort.following();
			parameters.put("keyValue", after.value());
			parameters.put("keyId", after.riskId());
		}
		parameters.put("most", most);
		String found = FOUND.formatted(sort.value(), reader.seesRisk(), condition) + " order by "
				+ sort.order(sort.value(), "r") + " limit :most";
		return this.jdbc
			.sql("with page as materialized (%s)\n".formatted(found)
					+ IN_FULL.formatted("page", sort.order("r.sort_value", "r")))
			.params(parameters)
			.query((row, number) -> risk(row))
			.list();
	}

	/** All risks in order, one after the other, without holding them all. */
	@Transactional(readOnly = true)
	void each(RiskFilter filter, RiskSort sort, CaseReader reader, Consumer<ListedRisk> taker) {
		String found = FOUND.formatted(sort.value(), reader.seesRisk(), filter.condition(reader));
		this.streaming.sql(IN_FULL.formatted("(" + found + ")", sort.order("r.sort_value", "r")))
			.params(parameters(filter, reader))
			.query((row) -> {
				taker.accept(risk(row));
			});
	}

	/** How many risks there are; one more than are counted when there are more. */
	long count(RiskFilter filter, CaseReader reader) {
		return this.jdbc
			.sql("select count(*) from (select 1 from risk r where %s and %s limit %d) x".formatted(reader.seesRisk(),
					filter.condition(reader), COUNTED + 1))
			.params(parameters(filter, reader))
			.query(Long.class)
			.single();
	}

	private Map<String, @Nullable Object> parameters(RiskFilter filter, CaseReader reader) {
		Map<String, @Nullable Object> parameters = new HashMap<>(reader.parameters());
		parameters.putAll(filter.parameters(LocalDate.now(this.clock)));
		return parameters;
	}

	private static ListedRisk risk(ResultSet row) throws SQLException {
		return new ListedRisk(new RiskKey(row.getString("sort_value"), row.getString("risk_id")),
				row.getString("title"), Category.valueOf(row.getString("category")),
				RiskState.valueOf(row.getString("state")), asset(row), Columns.level(row, "level"),
				Columns.named(row, "band", Band.class),
				Columns.named(row, "unacceptable_state", UnacceptableState.class), terms(row),
				Columns.texts(row, "outdated").stream().map(OutdatingCause::valueOf).toList(),
				row.getTimestamp("raised_at").toInstant());
	}

	private static @Nullable NamedAsset asset(ResultSet row) throws SQLException {
		AssetClass assetClass = Columns.named(row, "asset_class", AssetClass.class);
		return (assetClass != null) ? new NamedAsset(row.getString("asset_id"), row.getString("asset"), assetClass)
				: null;
	}

	private static @Nullable Terms terms(ResultSet row) throws SQLException {
		Treatment treatment = Columns.named(row, "treatment", Treatment.class);
		return (treatment != null) ? new Terms(treatment, row.getTimestamp("in_force_since").toInstant(),
				row.getObject("review_on", LocalDate.class), exemption(row)) : null;
	}

	private static @Nullable ListedExemption exemption(ResultSet row) throws SQLException {
		ExemptionState state = Columns.named(row, "exemption_state", ExemptionState.class);
		return (state != null)
				? new ListedExemption(row.getString("exemption_id"), state, row.getObject("ends_on", LocalDate.class))
				: null;
	}

}
