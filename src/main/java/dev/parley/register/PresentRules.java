package dev.parley.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.parley.register.RuleBook.Cell;
import dev.parley.register.RuleBook.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules that the register is rated by: the tables RiskAppetite and RiskLevel of the
 * latest deployment. When they change, each open risk that was rated is rated anew; the
 * cases on it keep the rules that they were compared under.
 */
@Component
public class PresentRules {

	private static final Logger LOG = LoggerFactory.getLogger(PresentRules.class);

	private static final long LOCK = 0x5061726c657931L;

	private static final String SAME_LEVEL = """
			cross join lateral (select r.likelihood, r.impact, r.level) s""";

	/**
	 * The side with the higher level gives the score, as in a comparison; so does what
	 * was known before a position was missing.
	 */
	private static final String LEVEL_ANEW = """
			left join lateral (
			      select p.likelihood, p.impact, g.level
			        from (select 1 + cast(p.side = 'IT' as integer) as place, p.likelihood, p.impact
			                from (select distinct on (side) * from position
			                       where case_id = (select k.case_id from risk_rating k
			                                         where k.risk_id = r.risk_id and k.case_id is not null
			                                         order by k.number desc limit 1)
			                       order by side, version desc) p
			               where p.state = 'STATED'
			              union all
			              select 3, r.likelihood, r.impact) p
			        join (values %s) g (likelihood, impact, level) on (g.likelihood, g.impact) = (p.likelihood, p.impact)
			       order by g.level desc, p.place
			       limit 1) s on true""";

	/**
	 * The risks that change. Most do not, and are left out where they are read. The
	 * others are held, so that none is rated by a score that it no longer has.
	 */
	private static final String FITTED = """
			select r.risk_id, s.likelihood, s.impact, s.level, l.appetite, l.tolerance, l.capacity, b.band
			  from risk r
			  join asset a using (asset_id)
			  join (values %s) l (asset_class, category, appetite, tolerance, capacity)
			       on (l.asset_class, l.category) = (a.asset_class, r.category)
			 %s
			 cross join lateral (
			       select band_of(s.level, l.appetite, l.tolerance, l.capacity, r.security_missing) as band) b
			 where r.state = 'OPEN' and r.band is not null
			   and (r.likelihood, r.impact, r.level, r.band, r.appetite, r.tolerance, r.capacity)
			       is distinct from
			       (s.likelihood, s.impact, s.level, b.band, l.appetite, l.tolerance, l.capacity)
			   for no key update of r""";

	private static final String RATE = """
			with fitted as (%s),
			     changed as (
			       update risk r
			          set likelihood = f.likelihood, impact = f.impact, level = f.level, band = f.band,
			              appetite = f.appetite, tolerance = f.tolerance, capacity = f.capacity
			         from fitted f
			        where f.risk_id = r.risk_id
			       returning r.*)
			insert into risk_rating (risk_id, number, cause, likelihood, impact, level, band, appetite, tolerance, capacity,
			                         security_missing, models, rated_at)
			select c.risk_id, (select count(*) + 1 from risk_rating k where k.risk_id = c.risk_id), :cause, c.likelihood,
			       c.impact, c.level, c.band, c.appetite, c.tolerance, c.capacity, c.security_missing, :models,
			       cast(:now as timestamptz)
			  from changed c""";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final RuleBook book;

	private final MaterialChanges changes;

	PresentRules(JdbcClient jdbc, Clock clock, RuleBook book, MaterialChanges changes) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.book = book;
		this.changes = changes;
	}

	/** The deployment whose rules count now; empty before the first. */
	public Optional<String> models() {
		return this.jdbc.sql("select models from rules_applied order by number desc limit 1")
			.query(String.class)
			.optional();
	}

	/**
	 * What the risk of a case is measured against now: by the class that its asset has
	 * now.
	 * @param models the deployment whose rules count
	 */
	Optional<Appetite> appetiteOf(String caseId, String models) {
		return this.jdbc.sql("""
				select a.asset_class, c.category from risk_case c join asset a using (asset_id)
				 where c.case_id = ?""")
			.param(caseId)
			.query((row, number) -> find(row.getString("asset_class"), row.getString("category"), models))
			.optional();
	}

	private @Nullable Appetite find(String assetClass, String category, String models) {
		return this.book.appetites(models)
			.stream()
			.filter((row) -> row.assetClass().name().equals(assetClass) && row.category().name().equals(category))
			.findFirst()
			.map(Row::appetite)
			.orElse(null);
	}

	/**
	 * Rates the register by the rules of a deployment, unless that was done: each open
	 * risk that was rated, and that they change, is rated anew, and what that means for
	 * decisions in force is noticed. All or nothing, and one node at a time.
	 * @param models the deployment
	 */
	@Transactional
	public void apply(String models) {
		Optional<String> earlier = lockedModels();
		if (isApplied(models)) {
			return;
		}
		Timestamp now = Timestamp.from(Instant.now(this.clock));
		this.jdbc.sql("insert into rules_applied (models, applied_at) values (?, ?)").params(models, now).update();
		earlier.ifPresent((before) -> recordChange(before, models));
		boolean sameLevels = earlier.map(this.book::levels).filter(this.book.levels(models)::equals).isPresent();
		int rated = rate(models, RatingCause.APPETITE, sameLevels || earlier.isEmpty(), now);
		int noticed = this.changes.notice(now.toInstant());
		LOG.info("Rules: {} open risks rated anew, {} changes noticed under decisions in force", rated, noticed);
	}

	/**
	 * Rates the open risks anew whose asset is now of a class with another appetite,
	 * however that came about.
	 * @return how many
	 */
	@Transactional
	public int fitToAssets() {
		return lockedModels()
			.map((models) -> rate(models, RatingCause.ASSET, true, Timestamp.from(Instant.now(this.clock))))
			.orElse(0);
	}

	private Optional<String> lockedModels() {
		this.jdbc.sql("select 1 from pg_advisory_xact_lock(?)").param(LOCK).query(Integer.class).single();
		return models();
	}

	private boolean isApplied(String models) {
		return this.jdbc.sql("select count(*) from rules_applied where models = ?")
			.param(models)
			.query(Long.class)
			.single() > 0;
	}

	private void recordChange(String earlier, String models) {
		List<Row> before = this.book.appetites(earlier);
		this.book.appetites(models)
			.forEach((now) -> before.stream()
				.filter((row) -> row.assetClass() == now.assetClass() && row.category() == now.category()
						&& !row.equals(now))
				.forEach((row) -> recordChange(models, row, now)));
	}

	private void recordChange(String models, Row before, Row now) {
		this.jdbc.sql("""
				insert into appetite_change (models, asset_class, category, appetite_before, tolerance_before,
				                             capacity_before, appetite, tolerance, capacity)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(models, now.assetClass().name(), now.category().name(), before.appetite().appetite().rank(),
					before.appetite().tolerance().rank(), before.appetite().capacity().rank(),
					now.appetite().appetite().rank(), now.appetite().tolerance().rank(),
					now.appetite().capacity().rank())
			.update();
	}

	/**
	 * Holds the risks that change before it counts their ratings: who held one of them
	 * may have rated it.
	 */
	private int rate(String models, RatingCause cause, boolean sameLevels, Timestamp now) {
		String fitted = fitted(models, sameLevels);
		long held = this.jdbc.sql("select count(*) from (%s) held".formatted(fitted)).query(Long.class).single();
		return (held == 0) ? 0
				: this.jdbc.sql(RATE.formatted(fitted))
					.param("cause", cause.name())
					.param("models", models)
					.param("now", now)
					.update();
	}

	private String fitted(String models, boolean sameLevels) {
		String limits = this.book.appetites(models)
			.stream()
			.map(PresentRules::values)
			.collect(Collectors.joining(", "));
		String score = sameLevels ? SAME_LEVEL : LEVEL_ANEW
			.formatted(this.book.levels(models).stream().map(PresentRules::values).collect(Collectors.joining(", ")));
		return FITTED.formatted(limits, score);
	}

	private static String values(Row row) {
		Appetite appetite = row.appetite();
		return "('%s', '%s', %d, %d, %d)".formatted(row.assetClass().name(), row.category().name(),
				appetite.appetite().rank(), appetite.tolerance().rank(), appetite.capacity().rank());
	}

	private static String values(Cell cell) {
		return "(%d, %d, %d)".formatted(cell.score().likelihood(), cell.score().impact(), cell.level().rank());
	}

}
