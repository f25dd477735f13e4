package dev.parley.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.parley.change.AppetiteChange.Move;
import dev.parley.change.AppetiteChange.Moved;
import dev.parley.change.AppetiteChange.Outdated;
import dev.parley.change.AppetiteChange.Row;
import dev.parley.register.Appetite;
import dev.parley.register.AssetClass;
import dev.parley.register.Band;
import dev.parley.register.CaseReader;
import dev.parley.register.Category;
import dev.parley.register.Level;
import dev.parley.register.OutdatingCause;
import dev.parley.register.Treatment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads changes of the rules, with a fixed number of queries. How many risks went which
 * way is told to all; which risks these are, to those who may open them.
 */
@Component
class AppetiteChanges {

	/** Of risks and of decisions that are listed with a change. */
	static final int LISTED = 50;

	private static final String MOVED = """
			  from risk_rating k
			  join risk_rating b on b.risk_id = k.risk_id and b.number = k.number - 1
			""";

	private static final String OUTDATED = """
			  from rules_applied a
			  join risk_rating k on k.models = a.models and k.cause = 'APPETITE' and k.rated_at = a.applied_at
			  join risk_case c on c.risk_id = k.risk_id
			  join outdating o on o.case_id = c.case_id and o.noticed_at = a.applied_at and o.cause in ('APPETITE', 'LEVEL')
			  join decision d on d.case_id = o.case_id and d.number = o.decision
			 where a.models = any(:models)
			""";

	private static final String MAY_OPEN_RISK = """
			exists (select 1 from risk_case c where c.risk_id = r.risk_id and %s)"""
		.formatted(CaseReader.MAY_OPEN_CASE);

	private final JdbcClient jdbc;

	AppetiteChanges(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Changes, the latest first. A deployment that changed nothing is none.
	 * @param before the number before which to begin, or null
	 * @param most how many at most
	 */
	List<AppetiteChange> page(@Nullable Integer before, int most, CaseReader reader) {
		List<Applied> applied = this.jdbc.sql("""
				select a.number, a.models, a.applied_at from rules_applied a
				 where (cast(:before as integer) is null or a.number < :before)
				   and (exists (select 1 from appetite_change h where h.models = a.models)
				        or exists (select 1 from risk_rating k where k.models = a.models and k.cause = 'APPETITE'))
				 order by a.number desc
				 limit :most""")
			.param("before", before)
			.param("most", most)
			.query((row, number) -> new Applied(row.getInt("number"), row.getString("models"),
					row.getTimestamp("applied_at").toInstant()))
			.list();
		Map<String, Object> parameters = new HashMap<>(reader.parameters());
		parameters.put("models", applied.stream().map(Applied::models).toArray(String[]::new));
		parameters.put("listed", LISTED);
		return complete(applied, parameters);
	}

	private List<AppetiteChange> complete(List<Applied> applied, Map<String, Object> parameters) {
		Map<String, List<Row>> rows = rows(parameters);
		Map<String, List<Move>> moves = moves(parameters);
		Map<String, List<Moved>> risks = moved(parameters);
		Map<String, List<Outdated>> outdated = outdated(parameters);
		Map<String, List<Long>> counts = outdatedInAll(parameters);
		return applied.stream()
			.map((one) -> new AppetiteChange(one.number(), one.models(), one.at(),
					rows.getOrDefault(one.models(), List.of()), moves.getOrDefault(one.models(), List.of()),
					risks.getOrDefault(one.models(), List.of()), outdated.getOrDefault(one.models(), List.of()),
					counts.getOrDefault(one.models(), List.of(0L)).get(0)))
			.toList();
	}

	private Map<String, List<Row>> rows(Map<String, Object> parameters) {
		return grouped("""
				select * from appetite_change where models = any(:models) order by asset_class desc, category""",
				parameters, (row) -> new Row(AssetClass.valueOf(row.getString("asset_class")),
						Category.valueOf(row.getString("category")), appetite(row, "_before"), appetite(row, "")));
	}

	private Map<String, List<Move>> moves(Map<String, Object> parameters) {
		return grouped("select k.models, b.band as band_before, k.band, count(*) as risks" + MOVED + """
				where k.cause = 'APPETITE' and k.models = any(:models)
				group by k.models, b.band, k.band
				order by k.models, count(*) desc, b.band, k.band""", parameters,
				(row) -> new Move(Band.valueOf(row.getString("band_before")), Band.valueOf(row.getString("band")),
						row.getLong("risks")));
	}

	private Map<String, List<Moved>> moved(Map<String, Object> parameters) {
		return grouped("""
				select * from (
				  select k.models, k.risk_id, r.title, b.level as level_before, k.level, b.band as band_before, k.band,
				         row_number() over (partition by k.models
				                            order by k.level desc nulls last, length(k.risk_id), k.risk_id) as place
				""" + MOVED + """
				   join risk r on r.risk_id = k.risk_id
				  where k.cause = 'APPETITE' and k.models = any(:models) and b.band <> k.band and %s) moved
				where place <= :listed
				order by models, place""".formatted(MAY_OPEN_RISK), parameters,
				(row) -> new Moved(row.getString("risk_id"), row.getString("title"), level(row, "level_before"),
						level(row, "level"), Band.valueOf(row.getString("band_before")),
						Band.valueOf(row.getString("band"))));
	}

	private Map<String, List<Outdated>> outdated(Map<String, Object> parameters) {
		return grouped(
				"""
						select * from (
						  select a.models, o.case_id, c.risk_id, c.title, d.treatment, o.cause, o.detail,
						         row_number() over (partition by a.models order by length(o.case_id), o.case_id, o.cause) as place
						"""
						+ OUTDATED + """
								  and %s) outdated
								where place <= :listed
								order by models, place""".formatted(CaseReader.MAY_OPEN_CASE),
				parameters,
				(row) -> new Outdated(row.getString("case_id"), row.getString("risk_id"), row.getString("title"),
						Treatment.valueOf(row.getString("treatment")), OutdatingCause.valueOf(row.getString("cause")),
						row.getString("detail")));
	}

	private Map<String, List<Long>> outdatedInAll(Map<String, Object> parameters) {
		return grouped("select a.models, count(distinct (o.case_id, o.decision)) as decisions" + OUTDATED
				+ " group by a.models", parameters, (row) -> row.getLong("decisions"));
	}

	private <T> Map<String, List<T>> grouped(String sql, Map<String, Object> parameters, Reading<T> reading) {
		return this.jdbc.sql(sql)
			.params(parameters)
			.query((row, number) -> Map.entry(row.getString("models"), reading.of(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private static Appetite appetite(ResultSet row, String when) throws SQLException {
		return new Appetite(Level.ofRank(row.getInt("appetite" + when)), Level.ofRank(row.getInt("tolerance" + when)),
				Level.ofRank(row.getInt("capacity" + when)));
	}

	private static @Nullable Level level(ResultSet row, String column) throws SQLException {
		int rank = row.getInt(column);
		return (rank > 0) ? Level.ofRank(rank) : null;
	}

	private record Applied(int number, String models, Instant at) {
	}

	/** Reads one row. */
	private interface Reading<T> {

		T of(ResultSet row) throws SQLException;

	}

}
