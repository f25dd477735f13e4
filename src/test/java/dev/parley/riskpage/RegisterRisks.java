package dev.parley.riskpage;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes risks of a far future, as the register would hold them. */
final class RegisterRisks {

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	private final JdbcClient jdbc;

	private final int year;

	/** Writes risks of a year that no other test has. */
	RegisterRisks(JdbcClient jdbc, int year) {
		this.jdbc = jdbc;
		this.year = year;
	}

	/** An open risk with a settled case that {@code requester} raised. */
	String add(String title, String category, String assetId, int likelihood, int impact, int level) {
		String riskId = addUnrated(title, category, assetId, likelihood, impact, level);
		rate(riskId, "POSITIONS", caseOf(riskId));
		return riskId;
	}

	/** The same, of which no rating is recorded. */
	String addUnrated(String title, String category, String assetId, int likelihood, int impact, int level) {
		String number = "%d-%04d".formatted(this.year, NUMBERS.incrementAndGet());
		this.jdbc
			.sql("""
					insert into risk (risk_id, title, scenario, category, asset_id, level, band, raised_by, raised_at, likelihood,
					                  impact, appetite, tolerance, capacity)
					values (:riskId, :title, 'As seen at Łódź, in CVE-2051-44228.', :category, :assetId, :level, :band,
					        'requester', timestamptz '2051-01-01 12:00Z', :likelihood, :impact, 2, 3, 4)""")
			.param("riskId", "R-" + number)
			.param("title", title)
			.param("category", category)
			.param("assetId", assetId)
			.param("level", level)
			.param("band",
					(level > 4) ? "ABOVE_CAPACITY"
							: (level > 3) ? "ABOVE_TOLERANCE" : (level > 2) ? "WITHIN_TOLERANCE" : "WITHIN_APPETITE")
			.param("likelihood", likelihood)
			.param("impact", impact)
			.update();
		openCase("R-" + number, "RC-" + number, "timestamptz '2051-01-01 12:00Z'");
		return "R-" + number;
	}

	/**
	 * Rates a risk once more.
	 * @param caseId the case in which it was rated, or null
	 */
	void rate(String riskId, String cause, @Nullable String caseId) {
		this.jdbc
			.sql("""
					insert into risk_rating (risk_id, number, cause, case_id, likelihood, impact, level, band, appetite, tolerance,
					                         capacity, security_missing, models, rated_at)
					select risk_id, (select count(*) + 1 from risk_rating where risk_id = :riskId), :cause, :caseId, likelihood, impact, level, band, 2, 3, 4, false, 'none', raised_at
					  from risk where risk_id = :riskId""")
			.param("cause", cause)
			.param("caseId", caseId)
			.param("riskId", riskId)
			.update();
	}

	/** A settled case with both positions. */
	void openCase(String riskId, String caseId, String at) {
		this.jdbc
			.sql("""
					insert into risk_case (case_id, risk_id, state, title, scenario, category, benefit, initiative_started,
					                       raised_by, opened_at, settled_at, asset_id, deciding_group, level, band)
					select :caseId, risk_id, 'SETTLED', title, scenario, category, 'Work goes on.', false, 'requester', %1$s,
					       %1$s, asset_id, case a.asset_class when 'SHARED' then 'cio' else 'risk-owner' end, level, band
					  from risk join asset a using (asset_id) where risk_id = :riskId"""
				.formatted(at))
			.param("caseId", caseId)
			.param("riskId", riskId)
			.update();
		this.jdbc
			.sql("""
					insert into position (case_id, side, version, state, likelihood, impact, residual_likelihood, residual_impact,
					                      reasoning, stated_by, stated_at)
					select c.case_id, side, 1, 'STATED', r.likelihood, r.impact, 1, 1, 'Thought by ' || side, lower(side), c.opened_at
					  from risk_case c join risk r using (risk_id) cross join unnest(array['IT', 'SECURITY']) side
					 where c.case_id = ?""")
			.param(caseId)
			.update();
	}

	/** Somebody did something in the case of a risk. */
	void act(String riskId, String duty, String user) {
		this.jdbc.sql("insert into case_act (case_id, duty, user_id, acted_at) values (?, ?, ?, now())")
			.params(caseOf(riskId), duty, user)
			.update();
	}

	/**
	 * A decision in force, until a day that it is looked at again or its exemption ends.
	 */
	void decide(String riskId, String treatment, LocalDate until) {
		boolean exempt = treatment.equals("EXEMPT");
		this.jdbc
			.sql("""
					insert into decision (case_id, number, treatment, rationale, review_on, decided_by, deciding_group, decided_at,
					                      band, models, counterparty, contract_on, deviates_from, compensating_controls, ends_on,
					                      state, in_force_since)
					select case_id, 1, :treatment, 'Zebra rationale', :until, 'cio', deciding_group, opened_at, band, 'none',
					       case :treatment when 'TRANSFER' then 'An insurer' end,
					       case :treatment when 'TRANSFER' then cast(:until as date) end, :deviates, :controls,
					       case :treatment when 'EXEMPT' then cast(:until as date) end, 'IN_FORCE', opened_at
					  from risk_case where case_id = :caseId""")
			.param("treatment", treatment)
			.param("until", until)
			.param("deviates", exempt ? "The rule on patches" : null)
			.param("controls", exempt ? "It is watched." : null)
			.param("caseId", caseOf(riskId))
			.update();
		this.jdbc.sql("update risk set decided_in = ?, decision = 1 where risk_id = ?")
			.params(caseOf(riskId), riskId)
			.update();
		if (exempt) {
			exempt(riskId, until);
		}
	}

	private void exempt(String riskId, LocalDate until) {
		String id = riskId.replace("R-", "EX-");
		this.jdbc
			.sql("""
					insert into exemption (exemption_id, risk_id, case_id, decision, renewal, state, deviates_from, justification,
					                       compensating_controls, controls_owner, requested_at, granted_at, original_end, ends_on,
					                       look_again_on, attest_on, review_on, level, models, approved_by, approver_name, approver_role)
					select :id, c.risk_id, d.case_id, 1, 0, 'IN_FORCE', d.deviates_from, d.rationale, d.compensating_controls,
					       'cio', d.decided_at, d.in_force_since, d.ends_on, d.ends_on, d.review_on, d.ends_on, d.ends_on, c.level,
					       (select deployment_id_ from act_re_procdef where key_ = 'RiskDecision' order by version_ desc limit 1),
					       'cro', 'Chief risk officer (cro)', 'CRO'
					  from decision d join risk_case c using (case_id) where d.case_id = :caseId""")
			.param("id", id)
			.param("caseId", caseOf(riskId))
			.update();
		this.jdbc.sql("insert into exemption_asset (exemption_id, asset_id) values (?, 'A-003')").param(id).update();
		this.jdbc.sql("""
				insert into exemption_change (exemption_id, number, state, changed_by, changed_at)
				values (:id, 1, 'REQUESTED', 'cio', now()), (:id, 2, 'IN_FORCE', 'cro', now())""")
			.param("id", id)
			.update();
		this.jdbc.sql("""
				insert into attestation (exemption_id, number, state, remark, attested_by, attested_at)
				values (?, 1, 'IN_PLACE', 'Attested words', 'cio', now())""").param(id).update();
		this.jdbc.sql("""
				insert into attestation_check (exemption_id, number, outcome, reasoning, checked_by, checked_at)
				values (?, 1, 'CONFIRMED', 'Checked words', 'ciso', now())""").param(id).update();
	}

	/** Something that the decision rests on has changed. */
	void outdate(String riskId, String cause) {
		this.jdbc.sql("insert into outdating (case_id, decision, cause, detail, noticed_at) values (?, 1, ?, ?, now())")
			.params(caseOf(riskId), cause, "Changed in detail: " + cause)
			.update();
	}

	void set(String riskId, String column, String value) {
		this.jdbc.sql("update risk set " + column + " = ? where risk_id = ?").params(value, riskId).update();
	}

	/** The decision ends, and its exemption with it. */
	void end(String riskId, String because) {
		this.jdbc.sql("update decision set state = 'ENDED', ended_at = now(), ended_because = ? where case_id = ?")
			.params(because, caseOf(riskId))
			.update();
		this.jdbc.sql("update exemption set state = 'EXPIRED' where risk_id = ?").param(riskId).update();
	}

	static String caseOf(String riskId) {
		return riskId.replace("R-", "RC-");
	}

}
