package dev.parley.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said of the compensating controls of exemptions. */
@Component
public class Attestations {

	private final JdbcClient jdbc;

	private final Clock clock;

	Attestations(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Records what the owner of the controls says.
	 * @param by who said it
	 */
	public void record(String exemptionId, Attestation.State state, @Nullable String evidenceLink,
			@Nullable String remark, String by) {
		this.jdbc.sql("""
				insert into attestation (exemption_id, number, state, evidence_link, remark, attested_by, attested_at)
				values (:id, (select count(*) + 1 from attestation where exemption_id = :id),
				        :state, :evidenceLink, :remark, :by, :now)""")
			.param("id", exemptionId)
			.param("state", state.name())
			.param("evidenceLink", evidenceLink)
			.param("remark", remark)
			.param("by", by)
			.param("now", now())
			.update();
	}

	/**
	 * Records that nothing was said in time, unless something was. Done again, it changes
	 * nothing.
	 * @param number of the attestation that was awaited
	 */
	public void miss(String exemptionId, int number) {
		this.jdbc.sql("""
				insert into attestation (exemption_id, number, state, attested_at) values (?, ?, 'NOT_GIVEN', ?)
				on conflict do nothing""").params(exemptionId, number, now()).update();
	}

	/** The number of the attestation that comes next: 1 for the first. */
	public int next(String exemptionId) {
		return of(exemptionId).size() + 1;
	}

	/**
	 * Records what the CISO says of the latest attestation, or that nothing was said in
	 * time. Done again, it changes nothing.
	 * @param by who said it; null where nobody did
	 */
	public void check(String exemptionId, Attestation.Outcome outcome, @Nullable String reasoning,
			@Nullable String by) {
		this.jdbc.sql("""
				insert into attestation_check (exemption_id, number, outcome, reasoning, checked_by, checked_at)
				select :id, max(number), :outcome, :reasoning, :by, cast(:now as timestamptz)
				  from attestation where exemption_id = :id
				on conflict do nothing""")
			.param("id", exemptionId)
			.param("outcome", outcome.name())
			.param("reasoning", reasoning)
			.param("by", by)
			.param("now", now())
			.update();
	}

	/** The latest attestation of an exemption; empty before the first. */
	public Optional<Attestation> latest(String exemptionId) {
		return of(exemptionId).stream().findFirst();
	}

	/** The attestations of an exemption, the latest first. */
	public List<Attestation> of(String exemptionId) {
		return this.jdbc.sql("""
				select a.*, c.outcome, c.reasoning, c.checked_by, c.checked_at
				  from attestation a left join attestation_check c using (exemption_id, number)
				 where a.exemption_id = ?
				 order by a.number desc""").param(exemptionId).query((row, number) -> {
			String outcome = row.getString("outcome");
			Timestamp checkedAt = row.getTimestamp("checked_at");
			return new Attestation(row.getInt("number"), Attestation.State.valueOf(row.getString("state")),
					row.getString("evidence_link"), row.getString("remark"), row.getString("attested_by"),
					row.getTimestamp("attested_at").toInstant(),
					(outcome != null) ? new Attestation.Check(Attestation.Outcome.valueOf(outcome),
							row.getString("reasoning"), row.getString("checked_by"), checkedAt.toInstant()) : null);
		}).list();
	}

	private Timestamp now() {
		return Timestamp.from(Instant.now(this.clock));
	}

}
