package dev.parley.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which decisions are outdated and why, and whether that was taken up by a review. What
 * was noticed stays, even where things change back.
 */
@Component
public class Outdatings {

	private static final String OUTDATINGS = """
			select o.*, v.opened_at as reviewed_at
			  from outdating o
			  left join outdating_review v using (case_id, decision, cause, detail)
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Outdatings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Why a decision is outdated, the first cause first; empty where it is not. */
	public List<Outdating> of(String caseId, int decision) {
		return this.jdbc
			.sql(OUTDATINGS + " where o.case_id = ? and o.decision = ? order by o.noticed_at, o.cause, o.detail")
			.params(caseId, decision)
			.query(Outdatings::outdating)
			.list();
	}

	/**
	 * Why the decision in force on a risk is outdated, the first cause first; empty where
	 * it is not, or none is in force.
	 */
	public List<Outdating> ofRisk(String riskId) {
		return this.jdbc.sql(OUTDATINGS + """
				 join risk r on r.decided_in = o.case_id and r.decision = o.decision
				 join decision d on d.case_id = o.case_id and d.number = o.decision
				where r.risk_id = ? and d.state = 'IN_FORCE'
				order by o.noticed_at, o.cause, o.detail""").param(riskId).query(Outdatings::outdating).list();
	}

	/**
	 * Outdated decisions in force of which something has led to no review yet, the one
	 * that waits longest first. An acceptance on whose risk a case is open is left out:
	 * that case decides.
	 */
	public List<Outdated> withoutReview() {
		return this.jdbc.sql("""
				select r.risk_id, d.case_id, d.number as decision, d.treatment
				  from outdating o
				  join decision d on d.case_id = o.case_id and d.number = o.decision and d.state = 'IN_FORCE'
				  join risk r on r.decided_in = o.case_id and r.decision = o.decision and r.state = 'OPEN'
				 where not exists (select 1 from outdating_review v
				                    where (v.case_id, v.decision, v.cause, v.detail)
				                        = (o.case_id, o.decision, o.cause, o.detail))
				   and (d.treatment = 'EXEMPT'
				        or not exists (select 1 from risk_case c where c.risk_id = r.risk_id and c.settled_at is null))
				 group by r.risk_id, d.case_id, d.number, d.treatment
				 order by min(o.noticed_at), r.risk_id""").query(Outdated.class).list();
	}

	/**
	 * Records that a review is opened because of all that is noticed of a decision in
	 * force. Whoever opens it holds the case.
	 * @return how much of that had led to none yet
	 */
	public int recordReview(String caseId, int decision) {
		return this.jdbc.sql("""
				insert into outdating_review (case_id, decision, cause, detail, opened_at)
				select o.case_id, o.decision, o.cause, o.detail, cast(:now as timestamptz)
				  from outdating o
				  join decision d on d.case_id = o.case_id and d.number = o.decision and d.state = 'IN_FORCE'
				 where o.case_id = :caseId and o.decision = :decision
				on conflict do nothing""")
			.param("now", Timestamp.from(Instant.now(this.clock)))
			.param("caseId", caseId)
			.param("decision", decision)
			.update();
	}

	private static Outdating outdating(ResultSet row, int number) throws SQLException {
		Timestamp reviewed = row.getTimestamp("reviewed_at");
		return new Outdating(row.getString("case_id"), row.getInt("decision"),
				OutdatingCause.valueOf(row.getString("cause")), row.getString("detail"),
				row.getTimestamp("noticed_at").toInstant(), (reviewed != null) ? reviewed.toInstant() : null);
	}

	/**
	 * Why a decision is outdated.
	 *
	 * @param caseId the case in which it was taken
	 * @param decision its number
	 * @param cause what changed
	 * @param detail the same in a sentence
	 * @param since when it was noticed
	 * @param reviewedSince when a review was opened because of it, or null
	 */
	public record Outdating(String caseId, int decision, OutdatingCause cause, String detail, Instant since,
			@Nullable Instant reviewedSince) {
	}

	/**
	 * A decision that waits for its review.
	 *
	 * @param riskId the risk
	 * @param caseId the case in which it was taken
	 * @param decision its number
	 * @param treatment what was decided
	 */
	public record Outdated(String riskId, String caseId, int decision, Treatment treatment) {
	}

}
