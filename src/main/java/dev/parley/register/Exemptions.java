package dev.parley.register;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The exemptions of the register, and the verbs that change one. */
@Component
public class Exemptions {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final ExemptionRows rows;

	Exemptions(JdbcClient jdbc, Clock clock, ExemptionRows rows) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.rows = rows;
	}

	public Optional<Exemption> find(String exemptionId) {
		return this.rows.by("exemption_id", exemptionId).stream().findFirst();
	}

	/**
	 * The exemption that was granted in a case.
	 * @throws IllegalStateException when there is none
	 */
	public Exemption requireGranted(String caseId) {
		return this.rows.by("case_id", caseId)
			.stream()
			.filter((exemption) -> exemption.days().grantedAt() != null)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No exemption was granted in case " + caseId));
	}

	/** The exemptions that were decided in a case, the latest first. */
	public List<Exemption> ofCase(String caseId) {
		return this.rows.by("case_id", caseId);
	}

	/** The exemptions on a risk, the latest first. */
	public List<Exemption> ofRisk(String riskId) {
		return this.rows.by("risk_id", riskId);
	}

	/** The exemptions that were granted and have not ended, by the case of each. */
	public Map<String, Exemption> live() {
		return this.rows.live().stream().collect(Collectors.toMap(Exemption::caseId, Function.identity()));
	}

	/**
	 * How many exemptions were granted on a risk so far. Whatever way another one comes,
	 * it renews them.
	 */
	public int granted(String riskId) {
		return this.jdbc.sql("select count(*) from exemption where risk_id = ? and granted_at is not null")
			.param(riskId)
			.query(Integer.class)
			.single();
	}

	/** Records that a decision asks for an exemption. */
	void request(String caseId, int decision) {
		Timestamp now = now();
		String exemptionId = String.format(Locale.ROOT, "EX-%d-%04d", ZonedDateTime.now(this.clock).getYear(),
				this.jdbc.sql("select nextval('exemption_number')").query(Long.class).single());
		this.jdbc.sql("""
				insert into exemption (exemption_id, risk_id, case_id, decision, renews, renewal, deviates_from,
				                       justification, compensating_controls, controls_owner, requested_at, original_end,
				                       ends_on, look_again_on, level, models)
				select :exemptionId, c.risk_id, d.case_id, d.number, earlier.exemption_id, d.renewal, d.deviates_from,
				       d.rationale, d.compensating_controls, coalesce(d.controls_owner, d.deciding_group), d.decided_at,
				       coalesce(earlier.original_end, d.ends_on), d.ends_on, d.review_on, c.level, d.models
				  from decision d
				  join risk_case c using (case_id)
				  left join lateral (
				        select e.exemption_id, e.original_end from exemption e
				         where e.risk_id = c.risk_id and e.granted_at is not null
				         order by e.granted_at desc, e.exemption_id desc limit 1) earlier on true
				 where d.case_id = :caseId and d.number = :decision""")
			.param("exemptionId", exemptionId)
			.param("caseId", caseId)
			.param("decision", decision)
			.update();
		this.jdbc.sql("""
				insert into exemption_asset (exemption_id, asset_id)
				select :exemptionId, asset_id from decision_asset where case_id = :caseId and decision = :decision
				 union
				select :exemptionId, asset_id from risk_case where case_id = :caseId and asset_id is not null""")
			.param("exemptionId", exemptionId)
			.param("caseId", caseId)
			.param("decision", decision)
			.update();
		recordChange(exemptionId, ExemptionState.REQUESTED, null, decider(caseId, decision), now);
	}

	/**
	 * Puts the exemption of a decision in force, if it is one. The one before it must
	 * have ended.
	 * @param approver who confirmed it, or else decided it
	 */
	void grant(String caseId, int decision, Approver approver) {
		of(caseId, decision).ifPresent((exemption) -> {
			this.jdbc.sql("""
					update exemption
					   set granted_at = :now, approved_by = :by, approver_name = :name, approver_role = :role
					 where exemption_id = :id""")
				.param("now", now())
				.param("by", approver.user())
				.param("name", approver.name())
				.param("role", approver.role())
				.param("id", exemption.id())
				.update();
			change(exemption.id(), ExemptionState.IN_FORCE, null,
					(approver.user() != null) ? approver.user() : approver.name());
		});
	}

	/** Ends the request that a decision made for an exemption, if it made one. */
	void endRequest(String caseId, int decision, ExemptionState outcome, String reason, String by) {
		of(caseId, decision).filter((exemption) -> exemption.state() == ExemptionState.REQUESTED)
			.ifPresent((exemption) -> change(exemption.id(), outcome, reason, by));
	}

	/**
	 * Changes the state of an exemption. Done again, it changes nothing.
	 * @param reason why, or null where the state says it
	 * @param by who did it
	 * @return whether it changed
	 * @throws IllegalStateException when it cannot become that any more
	 */
	public boolean change(String exemptionId, ExemptionState state, @Nullable String reason, String by) {
		ExemptionState before = this.jdbc.sql("select state from exemption where exemption_id = ? for update")
			.param(exemptionId)
			.query(ExemptionState.class)
			.single();
		if (before == state) {
			return false;
		}
		if (!before.mayBecome(state)) {
			throw new IllegalStateException(
					"Exemption %s is %s, and cannot become %s".formatted(exemptionId, before, state));
		}
		this.jdbc.sql("update exemption set state = ? where exemption_id = ?")
			.params(state.name(), exemptionId)
			.update();
		recordChange(exemptionId, state, reason, by, now());
		return true;
	}

	/** What became of an exemption last. */
	public Change lastChange(String exemptionId) {
		return this.jdbc.sql("""
				select reason, changed_by, changed_at from exemption_change
				 where exemption_id = ? order by number desc limit 1""")
			.param(exemptionId)
			.query((row, number) -> new Change(row.getString("reason"), row.getString("changed_by"),
					row.getTimestamp("changed_at").toInstant()))
			.single();
	}

	/** Sets when the controls are attested next; null when they are not any more. */
	public void attestOn(String exemptionId, @Nullable LocalDate day) {
		setDay("attest_on", exemptionId, day);
	}

	/** Sets when the next review begins; null when none does any more. */
	public void reviewOn(String exemptionId, @Nullable LocalDate day) {
		setDay("review_on", exemptionId, day);
	}

	private void setDay(String column, String exemptionId, @Nullable LocalDate day) {
		this.jdbc
			.sql("update exemption set %1$s = :day where exemption_id = :id and %1$s is distinct from :day"
				.formatted(column))
			.param("day", day, Types.DATE)
			.param("id", exemptionId)
			.update();
	}

	/** The exemption that a decision asks for, if it asks for one. */
	Optional<Exemption> of(String caseId, int decision) {
		return ofCase(caseId).stream().filter((exemption) -> exemption.decision() == decision).findFirst();
	}

	private void recordChange(String exemptionId, ExemptionState state, @Nullable String reason, String by,
			Timestamp at) {
		this.jdbc.sql("""
				insert into exemption_change (exemption_id, number, state, reason, changed_by, changed_at)
				values (:id, (select count(*) + 1 from exemption_change where exemption_id = :id),
				        :state, :reason, :by, :at)""")
			.param("id", exemptionId)
			.param("state", state.name())
			.param("reason", reason)
			.param("by", by)
			.param("at", at)
			.update();
	}

	private String decider(String caseId, int decision) {
		return this.jdbc.sql("select decided_by from decision where case_id = ? and number = ?")
			.params(caseId, decision)
			.query(String.class)
			.single();
	}

	private Timestamp now() {
		return Timestamp.from(Instant.now(this.clock));
	}

	/**
	 * A change of the state of an exemption.
	 *
	 * @param reason why, or null where the state says it
	 * @param by who did it
	 * @param at when
	 */
	public record Change(@Nullable String reason, String by, Instant at) {
	}

	/**
	 * Who puts a decision in force.
	 *
	 * @param user the person; null for the committee, which nobody is alone
	 * @param name the name to be kept
	 * @param role the role to be kept
	 */
	record Approver(@Nullable String user, String name, String role) {
	}

}
