package dev.parley.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the levels of risks went. A rating is never overwritten: another one is another
 * row, and the latest is that of the risk.
 */
@Component
public class RiskRatings {

	private final JdbcClient jdbc;

	private final Clock clock;

	RiskRatings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Rates the risk of a case by the comparison of both positions. A position that is
	 * missing lowers no level: what was known of the risk before stays.
	 * @param score current score of the side with the higher level, or null when nobody
	 * stated one
	 * @param models the deployment whose rules it was rated by
	 */
	void rate(String caseId, Assessment assessment, @Nullable Score score, RatingCause cause, String models) {
		Level level = assessment.level();
		Appetite appetite = assessment.appetite();
		this.jdbc
			.sql("""
					update risk r
					   set level = case when k.kept then r.level else :level end,
					       likelihood = case when k.kept then r.likelihood else :likelihood end,
					       impact = case when k.kept then r.impact else :impact end,
					       band = case when k.kept
					                   then band_of(r.level, :appetite, :tolerance, :capacity, :securityMissing)
					                   else :band end,
					       appetite = :appetite, tolerance = :tolerance, capacity = :capacity,
					       security_missing = :securityMissing
					  from (select risk_id, not :complete and coalesce(level, 0) > coalesce(cast(:level as integer), 0) as kept
					          from risk) k
					 where k.risk_id = r.risk_id and r.risk_id = (select risk_id from risk_case where case_id = :caseId)""")
			.param("complete", assessment.isComplete())
			.param("level", (level != null) ? level.rank() : null)
			.param("band", assessment.band().name())
			.param("likelihood", (score != null) ? score.likelihood() : null)
			.param("impact", (score != null) ? score.impact() : null)
			.param("appetite", appetite.appetite().rank())
			.param("tolerance", appetite.tolerance().rank())
			.param("capacity", appetite.capacity().rank())
			.param("securityMissing", assessment.security() == null)
			.param("caseId", caseId)
			.update();
		this.jdbc.sql("""
				insert into risk_rating (risk_id, number, cause, case_id, likelihood, impact, level, band, appetite,
				                         tolerance, capacity, security_missing, models, rated_at)
				select r.risk_id, (select count(*) + 1 from risk_rating k where k.risk_id = r.risk_id), :cause, :caseId,
				       r.likelihood, r.impact, r.level, r.band, r.appetite, r.tolerance, r.capacity, r.security_missing,
				       :models, :now
				  from risk r
				 where r.risk_id = (select risk_id from risk_case where case_id = :caseId)""")
			.param("cause", cause.name())
			.param("caseId", caseId)
			.param("models", models)
			.param("now", Timestamp.from(Instant.now(this.clock)))
			.update();
	}

	/** The appetite that a risk is measured against now; empty until it was rated. */
	public Optional<Appetite> appetiteOf(String riskId) {
		return this.jdbc
			.sql("select appetite, tolerance, capacity from risk where risk_id = ? and appetite is not null")
			.param(riskId)
			.query((row, number) -> appetite(row))
			.optional();
	}

	/**
	 * The band that a risk is in.
	 * @throws IllegalStateException before it was rated
	 */
	public Band bandOf(String riskId) {
		return this.jdbc.sql("select band from risk where risk_id = ? and band is not null")
			.param(riskId)
			.query(String.class)
			.optional()
			.map(Band::valueOf)
			.orElseThrow(() -> new IllegalStateException("Risk %s is not rated yet".formatted(riskId)));
	}

	/** The case by whose positions a risk was rated last; empty until it was rated. */
	public Optional<String> lastCase(String riskId) {
		return this.jdbc.sql("""
				select case_id from risk_rating where risk_id = ? and case_id is not null
				 order by number desc limit 1""").param(riskId).query(String.class).optional();
	}

	/** The ratings of a risk, oldest first. */
	public List<Rating> of(String riskId) {
		return this.jdbc.sql("select * from risk_rating where risk_id = ? order by number")
			.param(riskId)
			.query(RiskRatings::rating)
			.list();
	}

	private static Rating rating(ResultSet row, int number) throws SQLException {
		int likelihood = row.getInt("likelihood");
		Score score = row.wasNull() ? null : new Score(likelihood, row.getInt("impact"));
		int level = row.getInt("level");
		return new Rating(row.getInt("number"), RatingCause.valueOf(row.getString("cause")), row.getString("case_id"),
				score, (level > 0) ? Level.ofRank(level) : null, Band.valueOf(row.getString("band")), appetite(row),
				row.getTimestamp("rated_at").toInstant());
	}

	private static Appetite appetite(ResultSet row) throws SQLException {
		return new Appetite(Level.ofRank(row.getInt("appetite")), Level.ofRank(row.getInt("tolerance")),
				Level.ofRank(row.getInt("capacity")));
	}

	/**
	 * A rating of a risk.
	 *
	 * @param number 1 for the first
	 * @param cause why it was rated
	 * @param caseId the case in which, or null
	 * @param score current score of the side with the higher level, or null
	 * @param level the level, or null where nobody stated a score
	 * @param band the band of that level
	 * @param appetite what it was measured against
	 * @param at when
	 */
	public record Rating(int number, RatingCause cause, @Nullable String caseId, @Nullable Score score,
			@Nullable Level level, Band band, Appetite appetite, Instant at) {
	}

}
