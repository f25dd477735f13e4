package dev.parley.riskpage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.register.Attestation;
import dev.parley.register.ExemptionState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what happened to the exemptions of a risk, of all of them at once. */
@Component
class ExemptionRecords {

	private final JdbcClient jdbc;

	ExemptionRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The assets that each exemption covers, by name. */
	List<Covered> covered(String riskId) {
		return this.jdbc.sql("""
				select x.exemption_id, a.name || ' (' || a.asset_id || ')' as asset
				  from exemption_asset x join exemption e using (exemption_id) join asset a using (asset_id)
				 where e.risk_id = ? order by x.exemption_id, a.name, a.asset_id""")
			.param(riskId)
			.query(Covered.class)
			.list();
	}

	/** What became of each exemption, in order. */
	List<Turn> turns(String riskId) {
		return this.jdbc.sql("""
				select k.exemption_id, k.state, k.reason, k.changed_by, k.changed_at
				  from exemption_change k join exemption e using (exemption_id)
				 where e.risk_id = ? order by k.exemption_id, k.number""")
			.param(riskId)
			.query((row, number) -> new Turn(row.getString("exemption_id"),
					ExemptionState.valueOf(row.getString("state")), row.getString("reason"),
					row.getString("changed_by"), row.getTimestamp("changed_at").toInstant()))
			.list();
	}

	/**
	 * The attestations of the controls of each exemption, with their checks, in order.
	 */
	List<Attested> attestations(String riskId) {
		return this.jdbc.sql("""
				select t.*, k.outcome, k.reasoning, k.checked_by, k.checked_at
				  from attestation t
				  join exemption e using (exemption_id)
				  left join attestation_check k on k.exemption_id = t.exemption_id and k.number = t.number
				 where e.risk_id = ? order by t.exemption_id, t.number""")
			.param(riskId)
			.query((row, number) -> new Attested(row.getString("exemption_id"),
					Attestation.State.valueOf(row.getString("state")), row.getString("evidence_link"),
					row.getString("remark"), row.getString("attested_by"), row.getTimestamp("attested_at").toInstant(),
					row.getString("outcome"), row.getString("reasoning"), row.getString("checked_by"),
					Columns.instant(row, "checked_at")))
			.list();
	}

	/** The reviews of each exemption, in order. */
	List<Review> reviews(String riskId) {
		return this.jdbc.sql("""
				select v.exemption_id, v.outdated, v.opened_at, a.advice, a.given_by, a.given_at,
				       o.outcome, o.ends_on, o.rationale, o.reviewed_by, o.reviewed_at
				  from exemption_review v
				  join exemption e using (exemption_id)
				  left join exemption_advice a on a.exemption_id = v.exemption_id and a.number = v.number
				  left join exemption_review_outcome o on o.exemption_id = v.exemption_id and o.number = v.number
				 where e.risk_id = ? order by v.exemption_id, v.number""")
			.param(riskId)
			.query((row, number) -> review(row))
			.list();
	}

	private static Review review(ResultSet row) throws SQLException {
		return new Review(row.getString("exemption_id"), row.getBoolean("outdated"),
				row.getTimestamp("opened_at").toInstant(), row.getString("advice"), row.getString("given_by"),
				Columns.instant(row, "given_at"), row.getString("outcome"), row.getObject("ends_on", LocalDate.class),
				row.getString("rationale"), row.getString("reviewed_by"), Columns.instant(row, "reviewed_at"));
	}

	/** The conditions that rulings imposed on each exemption, in order. */
	List<Condition> conditions(String riskId) {
		return this.jdbc.sql("""
				select e.exemption_id, a.action, a.owner, a.due_on
				  from decision_action a
				  join exemption e on e.case_id = a.case_id and e.decision = a.decision
				 where e.risk_id = ? and a.imposed
				 order by e.exemption_id, a.number""").param(riskId).query(Condition.class).list();
	}

	/** The versions of processes and rules of the exemptions of a risk, by deployment. */
	Map<String, String> versions(String riskId) {
		Map<String, String> versions = new HashMap<>();
		this.jdbc
			.sql("""
					select v.models, string_agg(v.name || ' ' || v.version, ', ' order by v.rules, v.name) as versions
					  from (select deployment_id_ as models, key_ as name, version_ as version, false as rules from act_re_procdef
					         union all
					        select deployment_id_, key_, version_, true from act_re_decision_def) v
					 where v.models in (select e.models from exemption e where e.risk_id = ?)
					   and v.name in ('RiskDecision', 'CioDecision', 'Exemption', 'RiskLevel', 'RiskAppetite', 'DecisionRights',
					                  'ExemptionLimits')
					 group by v.models""")
			.param(riskId)
			.query((row) -> {
				versions.put(row.getString("models"), row.getString("versions"));
			});
		return versions;
	}

	/**
	 * An asset that an exemption covers.
	 *
	 * @param exemptionId the exemption
	 * @param asset name of the asset
	 */
	record Covered(String exemptionId, String asset) {
	}

	/**
	 * A state that an exemption came into.
	 *
	 * @param exemptionId the exemption
	 * @param state the state
	 * @param reason why, or null where the state says it
	 * @param by who did it
	 * @param at when
	 */
	record Turn(String exemptionId, ExemptionState state, @Nullable String reason, String by, Instant at) {
	}

	/**
	 * An attestation and its check.
	 *
	 * @param exemptionId the exemption
	 * @param state whether the controls are in place
	 * @param evidenceLink where that can be seen, or null
	 * @param remark what was said, or null
	 * @param by who attested, or null when nobody did
	 * @param at when
	 * @param outcome what the check came to, or null
	 * @param reasoning why, or null
	 * @param checkedBy who checked it, or null
	 * @param checkedAt when, or null
	 */
	record Attested(String exemptionId, Attestation.State state, @Nullable String evidenceLink, @Nullable String remark,
			@Nullable String by, Instant at, @Nullable String outcome, @Nullable String reasoning,
			@Nullable String checkedBy, @Nullable Instant checkedAt) {
	}

	/**
	 * A review.
	 *
	 * @param exemptionId the exemption
	 * @param outdated whether it was opened because something had changed
	 * @param openedAt when
	 * @param advice what the CISO advises, or null
	 * @param advisedBy who advised, or null
	 * @param advisedAt when, or null
	 * @param outcome what the owner says, or null
	 * @param endsOn last day of the renewal that the owner asks for, or null
	 * @param rationale why, or null
	 * @param by who reviewed, or null
	 * @param at when, or null
	 */
	record Review(String exemptionId, boolean outdated, Instant openedAt, @Nullable String advice,
			@Nullable String advisedBy, @Nullable Instant advisedAt, @Nullable String outcome,
			@Nullable LocalDate endsOn, @Nullable String rationale, @Nullable String by, @Nullable Instant at) {
	}

	/**
	 * A condition.
	 *
	 * @param exemptionId the exemption
	 * @param action what is to be done
	 * @param owner who does it
	 * @param dueOn by when
	 */
	record Condition(String exemptionId, String action, String owner, LocalDate dueOn) {
	}

}
