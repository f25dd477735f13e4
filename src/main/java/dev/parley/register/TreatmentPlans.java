package dev.parley.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.parley.register.DecisionsInForce.InForce;
import dev.parley.register.TreatmentPlan.Action;
import dev.parley.register.TreatmentPlan.ActionState;
import dev.parley.register.TreatmentPlan.Effect;
import dev.parley.register.TreatmentPlan.Result;
import dev.parley.register.TreatmentPlan.Verification;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The treatment plans of the register, one for each case at most. */
@Component
public class TreatmentPlans {

	private final JdbcClient jdbc;

	private final Clock clock;

	TreatmentPlans(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Begins to carry out a decision. Done again, it changes nothing. */
	public void begin(InForce decision) {
		this.jdbc
			.sql("insert into treatment_plan (case_id, decision, begun_at) values (?, ?, ?) on conflict do nothing")
			.params(decision.caseId(), decision.number(), now())
			.update();
	}

	/**
	 * The plan of a case that must have one.
	 * @throws IllegalStateException when it has none
	 */
	public TreatmentPlan require(String caseId) {
		return find(caseId)
			.orElseThrow(() -> new IllegalStateException("Case %s has no treatment plan".formatted(caseId)));
	}

	/** The plan of a case; empty where nothing is carried out. */
	public Optional<TreatmentPlan> find(String caseId) {
		return this.jdbc
			.sql("""
					select p.case_id, p.decision, d.treatment, v.outcome, v.likelihood, v.impact, v.reasoning, v.verified_by,
					       v.verified_at
					  from treatment_plan p
					  join decision d on d.case_id = p.case_id and d.number = p.decision
					  left join treatment_verification v on v.case_id = p.case_id and v.decision = p.decision
					 where p.case_id = ?""")
			.param(caseId)
			.query((row, number) -> plan(row))
			.optional();
	}

	/** Records what the owner of an action reports. */
	public void report(TreatmentPlan plan, int action, Result result) {
		this.jdbc
			.sql("""
					insert into action_result (case_id, decision, number, state, evidence_link, remark, reported_by, reported_at)
					values (:caseId, :decision, :action, :state, :evidenceLink, :remark, :by, :now)
					on conflict do nothing""")
			.param("caseId", plan.caseId())
			.param("decision", plan.decision())
			.param("action", action)
			.param("state", result.state().name())
			.param("evidenceLink", result.evidenceLink())
			.param("remark", result.remark())
			.param("by", result.by())
			.param("now", now())
			.update();
	}

	/** Records what the treatment came to. Done again, it changes nothing. */
	public void verify(TreatmentPlan plan, Verification verification) {
		Score score = verification.score();
		this.jdbc
			.sql("""
					insert into treatment_verification (case_id, decision, outcome, likelihood, impact, reasoning, verified_by,
					                                    verified_at)
					values (:caseId, :decision, :outcome, :likelihood, :impact, :reasoning, :by, :now)
					on conflict do nothing""")
			.param("caseId", plan.caseId())
			.param("decision", plan.decision())
			.param("outcome", verification.effect().name())
			.param("likelihood", (score != null) ? score.likelihood() : null)
			.param("impact", (score != null) ? score.impact() : null)
			.param("reasoning", verification.reasoning())
			.param("by", verification.by())
			.param("now", now())
			.update();
	}

	private TreatmentPlan plan(ResultSet row) throws SQLException {
		String caseId = row.getString("case_id");
		int decision = row.getInt("decision");
		return new TreatmentPlan(caseId, decision, Treatment.valueOf(row.getString("treatment")),
				actions(caseId, decision), verification(row), instant(row, "verified_at"));
	}

	private List<Action> actions(String caseId, int decision) {
		return this.jdbc
			.sql("""
					select a.number, a.action, a.owner, a.due_on, a.imposed, r.state, r.evidence_link, r.remark, r.reported_by,
					       r.reported_at
					  from decision_action a left join action_result r using (case_id, decision, number)
					 where a.case_id = ? and a.decision = ?
					 order by a.number""")
			.params(caseId, decision)
			.query((row, number) -> new Action(row.getInt("number"), row.getString("action"), row.getString("owner"),
					row.getObject("due_on", LocalDate.class), row.getBoolean("imposed"), result(row),
					instant(row, "reported_at")))
			.list();
	}

	private static @Nullable Result result(ResultSet row) throws SQLException {
		String state = row.getString("state");
		return (state != null) ? new Result(ActionState.valueOf(state), row.getString("evidence_link"),
				row.getString("remark"), row.getString("reported_by")) : null;
	}

	private static @Nullable Verification verification(ResultSet row) throws SQLException {
		String outcome = row.getString("outcome");
		if (outcome == null) {
			return null;
		}
		int likelihood = row.getInt("likelihood");
		Score score = row.wasNull() ? null : new Score(likelihood, row.getInt("impact"));
		return new Verification(Effect.valueOf(outcome), score, row.getString("reasoning"),
				row.getString("verified_by"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

	private Timestamp now() {
		return Timestamp.from(Instant.now(this.clock));
	}

}
