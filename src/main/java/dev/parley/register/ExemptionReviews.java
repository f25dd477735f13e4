package dev.parley.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reviews of exemptions. */
@Component
public class ExemptionReviews {

	private final JdbcClient jdbc;

	private final Clock clock;

	ExemptionReviews(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Opens a review, unless one is on.
	 * @param outdated whether what the exemption rests on has changed
	 */
	public void open(String exemptionId, boolean outdated) {
		this.jdbc
			.sql("""
					insert into exemption_review (exemption_id, number, outdated, opened_at)
					select :id, (select count(*) + 1 from exemption_review where exemption_id = :id), :outdated,
					       cast(:now as timestamptz)
					 where not exists (select 1 from exemption_review r
					                    where r.exemption_id = :id
					                      and not exists (select 1 from exemption_review_outcome o
					                                       where o.exemption_id = r.exemption_id and o.number = r.number))""")
			.param("id", exemptionId)
			.param("outdated", outdated)
			.param("now", now())
			.update();
	}

	/** Records what the CISO advises in the review that is on. */
	public void advise(String exemptionId, @Nullable String advice, String by) {
		this.jdbc.sql("""
				insert into exemption_advice (exemption_id, number, advice, given_by, given_at)
				select :id, max(number), :advice, :by, cast(:now as timestamptz)
				  from exemption_review where exemption_id = :id""")
			.param("id", exemptionId)
			.param("advice", advice)
			.param("by", by)
			.param("now", now())
			.update();
	}

	/**
	 * Records what the review that is on came to. Done again, it changes nothing.
	 */
	public void conclude(String exemptionId, ExemptionReview.Conclusion conclusion) {
		this.jdbc.sql("""
				insert into exemption_review_outcome (exemption_id, number, outcome, ends_on, rationale, reviewed_by,
				                                      reviewed_at)
				select :id, max(number), :outcome, :endsOn, :rationale, :by, cast(:now as timestamptz)
				  from exemption_review where exemption_id = :id
				on conflict do nothing""")
			.param("id", exemptionId)
			.param("outcome", conclusion.outcome().name())
			.param("endsOn", conclusion.endsOn())
			.param("rationale", conclusion.rationale())
			.param("by", conclusion.by())
			.param("now", now())
			.update();
	}

	/**
	 * Records that a case asks for a renewal.
	 * @param caseId the case
	 * @param conclusion what the owner proposed in the review
	 */
	public void recordRenewal(String caseId, String exemptionId, ExemptionReview.Conclusion conclusion) {
		this.jdbc.sql("insert into exemption_renewal (case_id, exemption_id, ends_on, rationale) values (?, ?, ?, ?)")
			.params(caseId, exemptionId, conclusion.endsOn(), conclusion.rationale())
			.update();
	}

	/** Whether a case asks for the renewal of an exemption. */
	public boolean isRenewal(String caseId) {
		return this.jdbc.sql("select exists (select 1 from exemption_renewal where case_id = ?)")
			.param(caseId)
			.query(Boolean.class)
			.single();
	}

	/** The renewal that a case asks for; empty when it asks for none. */
	public Optional<Renewal> renewalAskedIn(String caseId) {
		return this.jdbc.sql("select exemption_id, ends_on, rationale from exemption_renewal where case_id = ?")
			.param(caseId)
			.query((row, number) -> new Renewal(row.getString("exemption_id"),
					row.getObject("ends_on", LocalDate.class), row.getString("rationale")))
			.optional();
	}

	/** The reviews of an exemption, the latest first. */
	public List<ExemptionReview> of(String exemptionId) {
		return this.jdbc.sql("""
				select r.number, r.outdated, r.opened_at, a.advice, a.given_by, o.outcome, o.ends_on, o.rationale,
				       o.reviewed_by
				  from exemption_review r
				  left join exemption_advice a using (exemption_id, number)
				  left join exemption_review_outcome o using (exemption_id, number)
				 where r.exemption_id = ?
				 order by r.number desc""").param(exemptionId).query((row, number) -> {
			String outcome = row.getString("outcome");
			return new ExemptionReview(row.getInt("number"), row.getBoolean("outdated"),
					row.getTimestamp("opened_at").toInstant(), row.getString("advice"), row.getString("given_by"),
					(outcome != null) ? new ExemptionReview.Conclusion(ExemptionReview.Outcome.valueOf(outcome),
							row.getObject("ends_on", LocalDate.class), row.getString("rationale"),
							row.getString("reviewed_by")) : null);
		}).list();
	}

	private Timestamp now() {
		return Timestamp.from(Instant.now(this.clock));
	}

	/**
	 * A renewal that a case asks for.
	 *
	 * @param exemptionId the exemption that would be renewed
	 * @param endsOn the last day that its owner proposed in the review
	 * @param rationale why
	 */
	public record Renewal(String exemptionId, LocalDate endsOn, String rationale) {
	}

}
