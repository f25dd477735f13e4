package dev.parley.exemption;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;

import dev.parley.Stage;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plays the lives of exemptions, and tells what the register says of them. */
class ExemptionLife {

	static final String ATTESTATION = "CatchEvent_AttestationDue";

	static final String REVIEW = "CatchEvent_ReviewDue";

	static final String END = "StartEvent_LastDayOver";

	private static final String UPHELD = "UPHOLD_DECISION";

	private final Stage stage;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final ManagementService management;

	ExemptionLife(BeanFactory beans) {
		this.stage = beans.getBean(Stage.class);
		this.jdbc = beans.getBean(JdbcClient.class);
		this.clock = beans.getBean(Clock.class);
		this.management = beans.getBean(ManagementService.class);
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/** A day from today. */
	LocalDate in(int days) {
		return today().plusDays(days);
	}

	/** The answers of EXEMPT, which is looked at again on a day. */
	Map<String, Object> exempt(LocalDate endsOn, LocalDate reviewOn) {
		Map<String, Object> answers = Stage.exempt(endsOn.toString());
		answers.put("reviewOn", reviewOn.toString());
		return answers;
	}

	/** An exemption within tolerance, which its owner grants. */
	String granted(LocalDate endsOn) {
		return granted(endsOn, endsOn);
	}

	/** An exemption within tolerance, which is looked at again on a day. */
	String granted(LocalDate endsOn, LocalDate reviewOn) {
		String caseId = this.stage.upToDecision(3, 3);
		decide(caseId, exempt(endsOn, reviewOn));
		return caseId;
	}

	/** An exemption above tolerance, which the committee confirms. */
	String confirmed(LocalDate endsOn) {
		String caseId = this.stage.upToDecision(4, 4);
		decide(caseId, exempt(endsOn, endsOn));
		rule(caseId, UPHELD);
		return caseId;
	}

	/** The owner decides, and the CISO gives assurance. */
	void decide(String caseId, Map<String, Object> answers) {
		this.stage.complete("cio", caseId, "DecideRisk", answers);
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
	}

	/** The committee rules with one voice. */
	void rule(String caseId, String vote) {
		this.stage.plead(caseId);
		this.stage.vote(caseId, vote, vote, vote, vote, vote, vote, vote);
		this.stage.acknowledge(caseId);
	}

	/** Asks for an attestation, and gets it. */
	void attest(String caseId, boolean inPlace) {
		this.stage.complete("cio", caseId, "AttestControls",
				Stage.answers("inPlace", inPlace, "remark", "As the log shows."));
	}

	void verify(String caseId, String outcome) {
		this.stage.complete("ciso", caseId, "VerifyAttestation",
				Stage.answers("outcome", outcome, "reasoning", "By the log of the week."));
	}

	/** Opens a review, and concludes it. */
	void review(String caseId, Object... outcome) {
		this.stage.complete("ciso", caseId, "ReviewExemption", Stage.answers("advice", "Look at the log."));
		this.stage.complete("cio", caseId, "ReviewExemption", Stage.answers(outcome));
	}

	/** Opens the planned review, in which the owner asks for a renewal of some days. */
	String renew(String caseId, int days) {
		comeTo(caseId, REVIEW);
		review(caseId, "outcome", "RENEW", "endsOn", in(days).toString(), "rationale", "Not replaced yet.");
		return newestCase(caseId);
	}

	/** Moves the clock to just past a timer, and fires it. */
	void comeTo(String caseId, String timer) {
		ClockUtil.setCurrentTime(new Date(due(caseId, timer).toEpochMilli() + 1000));
		this.stage.fireTimer(caseId, timer);
	}

	/** Moves the clock to a moment. */
	void comeTo(LocalDate day, LocalTime time) {
		ClockUtil.setCurrentTime(Date.from(day.atTime(time).atZone(this.clock.getZone()).toInstant()));
	}

	/** When a timer of an exemption is due. */
	Instant due(String caseId, String timer) {
		return job(caseId, timer).getDuedate().toInstant();
	}

	/** The beginning of a day in the organisation's zone. */
	Instant beginOf(LocalDate day) {
		return day.atStartOfDay(this.clock.getZone()).toInstant();
	}

	Job job(String caseId, String timer) {
		return this.management.createJobQuery()
			.processInstanceId(this.stage.instance(caseId, "Exemption").getId())
			.activityId(timer)
			.singleResult();
	}

	/** State of the latest exemption of a case, and of its risk on this day. */
	String state(String caseId) {
		return this.jdbc.sql("""
				select concat_ws(' ', e.state, coalesce(u.state, 'null'))
				  from exemption e left join unacceptable_risks(:today) u using (risk_id)
				 where e.case_id = :caseId order by e.decision desc limit 1""")
			.param("today", today())
			.param("caseId", caseId)
			.query(String.class)
			.single();
	}

	String exemptionId(String caseId) {
		return this.jdbc.sql("select exemption_id from exemption where case_id = ? order by decision desc limit 1")
			.param(caseId)
			.query(String.class)
			.single();
	}

	/** What was said of the controls: number, state, who; outcome, who. */
	List<String> attestations(String caseId) {
		return list("""
				select concat_ws(' ', a.number, a.state, a.attested_by, c.outcome, c.checked_by)
				  from attestation a
				  join exemption e using (exemption_id)
				  left join attestation_check c using (exemption_id, number)
				 where e.case_id = ? order by a.number""", caseId);
	}

	/** The reviews: number, cause, outcome, who. */
	List<String> reviews(String caseId) {
		return list("""
				select concat_ws(' ', r.number, case when r.outdated then 'outdated' else 'planned' end, o.outcome,
				                 o.reviewed_by)
				  from exemption_review r
				  join exemption e using (exemption_id)
				  left join exemption_review_outcome o using (exemption_id, number)
				 where e.case_id = ? order by r.number""", caseId);
	}

	/** What became of the exemption: state, who. */
	List<String> changes(String caseId) {
		return list("""
				select h.state || ' ' || h.changed_by from exemption_change h join exemption e using (exemption_id)
				 where e.case_id = ? order by e.decision, h.number""", caseId);
	}

	/** Why the exemption is as it is. */
	String reason(String caseId) {
		return list("""
				select h.reason from exemption_change h join exemption e using (exemption_id)
				 where e.case_id = ? and h.reason is not null order by e.decision desc, h.number desc limit 1""",
				caseId)
			.get(0);
	}

	/** The cases of the same risk, oldest first: who raised it, its state. */
	List<String> cases(String caseId) {
		return list("""
				select c.raised_by || ' ' || c.state from risk_case c
				 where c.risk_id = (select risk_id from risk_case where case_id = ?)
				 order by c.opened_at, c.case_id""", caseId);
	}

	String newestCase(String caseId) {
		return list("""
				select c.case_id from risk_case c
				 where c.risk_id = (select risk_id from risk_case where case_id = ?)
				 order by c.opened_at desc, c.case_id desc limit 1""", caseId).get(0);
	}

	String openedBecause(String caseId) {
		return list("select opened_because from risk_case where case_id = ?", caseId).get(0);
	}

	/** State of the decision of a case, and why it ended. */
	String decision(String caseId) {
		return list("""
				select concat_ws(' ', state, ended_because) from decision where case_id = ?
				 order by number desc limit 1""", caseId).get(0);
	}

	/** How often it was renewed, what it renews, first and present last day. */
	String renewal(String caseId) {
		return list("""
				select concat_ws(' ', renewal, coalesce(renews, 'none'), original_end, ends_on) from exemption
				 where case_id = ? order by decision desc limit 1""", caseId).get(0);
	}

	/** The next days of attestation and review. */
	String days(String caseId) {
		return list("""
				select concat_ws(' ', attest_on, coalesce(review_on::text, 'none')) from exemption
				 where case_id = ? order by decision desc limit 1""", caseId).get(0);
	}

	/** By whom, in which role, at which level. */
	String approval(String caseId) {
		return list("""
				select concat_ws(' / ', coalesce(approved_by, 'nobody alone'), approver_name, approver_role, level)
				  from exemption where case_id = ? order by decision desc limit 1""", caseId).get(0);
	}

	List<String> list(String sql, String caseId) {
		return this.jdbc.sql(sql).param(caseId).query(String.class).list();
	}

}
