package dev.parley.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.parley.register.DecisionDraft.Action;
import dev.parley.register.DecisionDraft.Exemption;
import dev.parley.register.DecisionDraft.Option;
import dev.parley.register.DecisionDraft.Transfer;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decisions of the register. */
@Component
public class Decisions {

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batch;

	private final DecisionRows rows;

	private final Assurances assurances;

	private final Confirmations confirmations;

	private final Cases cases;

	private final Exemptions exemptions;

	private final DecisionsInForce inForce;

	private final Clock clock;

	Decisions(JdbcClient jdbc, NamedParameterJdbcOperations batch, DecisionRows rows, Assurances assurances,
			Confirmations confirmations, Cases cases, Exemptions exemptions, DecisionsInForce inForce, Clock clock) {
		this.jdbc = jdbc;
		this.batch = batch;
		this.rows = rows;
		this.assurances = assurances;
		this.confirmations = confirmations;
		this.cases = cases;
		this.exemptions = exemptions;
		this.inForce = inForce;
		this.clock = clock;
	}

	/**
	 * Records a decision; it is not in force yet.
	 * @param riskCase the case, with its assessment
	 * @param draft what was decided
	 * @param user who decided
	 * @param models the deployment whose models and rules the case runs on
	 */
	public void decide(RiskCase riskCase, DecisionDraft draft, String user, String models) {
		insert(riskCase, draft, user, models, null);
	}

	/**
	 * Records the decision that revises the latest one after an objection; the earlier
	 * one is replaced.
	 * @param riskCase the case, with its assessment
	 * @param draft what was decided
	 * @param user who decided
	 * @param models the deployment whose models and rules the case runs on
	 * @throws IllegalStateException when there is nothing to revise
	 */
	public void revise(RiskCase riskCase, DecisionDraft draft, String user, String models) {
		Decision revised = require(riskCase.caseId());
		this.jdbc.sql("update decision set state = 'REPLACED' where case_id = ? and number = ? and state = 'DECIDED'")
			.params(riskCase.caseId(), revised.number())
			.update();
		this.exemptions.endRequest(riskCase.caseId(), revised.number(), ExemptionState.CLOSED,
				"The owner revised the decision", user);
		insert(riskCase, draft, user, models, revised.number());
	}

	private void insert(RiskCase riskCase, DecisionDraft draft, String user, String models, @Nullable Integer revises) {
		int number = insertDecision(riskCase, draft, user, models, revises);
		insertAll("decision_option (case_id, decision, number, name, benefit, cost, residual)",
				":caseId, :decision, :number, :name, :benefit, :cost, :residual", riskCase.caseId(), number,
				draft.options().stream().map(Decisions::columns).toList());
		insertAll("decision_action (case_id, decision, number, action, owner, due_on)",
				":caseId, :decision, :number, :action, :owner, :dueOn", riskCase.caseId(), number,
				draft.actions().stream().map(Decisions::columns).toList());
		this.confirmations.imposeEarlierConditions(riskCase.caseId(), number);
		Exemption exemption = draft.exemption();
		if (exemption != null) {
			cover(riskCase.caseId(), number, exemption.alsoCovers());
			this.exemptions.request(riskCase.caseId(), number);
		}
	}

	private void cover(String caseId, int decision, List<String> assets) {
		assets.forEach((asset) -> this.jdbc
			.sql("insert into decision_asset (case_id, decision, asset_id) values (?, ?, ?) on conflict do nothing")
			.params(caseId, decision, asset)
			.update());
	}

	private int insertDecision(RiskCase riskCase, DecisionDraft draft, String user, String models,
			@Nullable Integer revises) {
		Assessment assessment = riskCase.requireAssessment();
		Level routing = assessment.routingLevel(draft.treatment());
		Transfer transfer = draft.transfer();
		Exemption exemption = draft.exemption();
		return this.jdbc.sql("""
				insert into decision (case_id, number, treatment, rationale, review_on, decided_by, deciding_group,
				                      decided_at, routing_level, band, models, counterparty, contract_on,
				                      deviates_from, compensating_controls, controls_owner, ends_on, renewal, revises)
				values (:caseId, (select count(*) + 1 from decision where case_id = :caseId), :treatment, :rationale,
				        :reviewOn, :user, :group, :now, :level, :band, :models, :counterparty, :contractOn,
				        :deviatesFrom, :controls, :controlsOwner, :endsOn, :renewal, :revises)
				returning number""")
			.param("caseId", riskCase.caseId())
			.param("treatment", draft.treatment().name())
			.param("rationale", draft.rationale())
			.param("reviewOn", draft.reviewOn())
			.param("user", user)
			.param("group", riskCase.decidingGroup())
			.param("now", now())
			.param("level", (routing != null) ? routing.rank() : null)
			.param("band", assessment.routingBand(draft.treatment()).name())
			.param("models", models)
			.param("counterparty", (transfer != null) ? transfer.counterparty() : null)
			.param("contractOn", (transfer != null) ? transfer.contractOn() : null)
			.param("deviatesFrom", (exemption != null) ? exemption.deviatesFrom() : null)
			.param("controls", (exemption != null) ? exemption.compensatingControls() : null)
			.param("controlsOwner", (exemption != null) ? exemption.controlsOwner() : null)
			.param("endsOn", (exemption != null) ? exemption.endsOn() : null)
			.param("renewal", (exemption != null) ? renewal(riskCase) : 0)
			.param("revises", revises)
			.query(Integer.class)
			.single();
	}

	private void insertAll(String table, String values, String caseId, int decision, List<Map<String, Object>> rows) {
		SqlParameterSource[] parameters = IntStream.range(0, rows.size())
			.mapToObj((index) -> new MapSqlParameterSource(rows.get(index)).addValue("caseId", caseId)
				.addValue("decision", decision)
				.addValue("number", index + 1))
			.toArray(SqlParameterSource[]::new);
		this.batch.batchUpdate("insert into " + table + " values (" + values + ")", parameters);
	}

	private static Map<String, Object> columns(Option option) {
		return Map.of("name", option.name(), "benefit", option.benefit(), "cost", option.cost(), "residual",
				option.residual().rank());
	}

	private static Map<String, Object> columns(Action action) {
		return Map.of("action", action.action(), "owner", action.owner(), "dueOn", action.dueOn());
	}

	/** How many exemptions went before one that is decided in a case now. */
	public int renewal(RiskCase riskCase) {
		return (riskCase.riskId() != null) ? this.exemptions.granted(riskCase.riskId()) : 0;
	}

	/** The latest decision of a case. */
	public Optional<Decision> latest(String caseId) {
		return this.rows.latest(caseId);
	}

	/** A decision of a case by its number. */
	public Optional<Decision> find(String caseId, int number) {
		return this.rows.find(caseId, number);
	}

	/**
	 * The latest decision of a case that must have one.
	 * @throws IllegalStateException when it has none
	 */
	public Decision require(String caseId) {
		return latest(caseId).orElseThrow(() -> new IllegalStateException("Case %s has no decision".formatted(caseId)));
	}

	/**
	 * Puts the latest decision of a case in force. Done again, it changes nothing.
	 * @throws IllegalStateException when there is none with an assurance, or when it
	 * needs a confirmation
	 */
	public void putInForce(String caseId) {
		requireNoConfirmation(caseId);
		int decision = require(caseId).number();
		int begun = this.jdbc.sql("""
				update decision set state = 'IN_FORCE', in_force_since = :now
				 where case_id = :caseId and number = :decision and state = 'DECIDED'""")
			.param("caseId", caseId)
			.param("decision", decision)
			.param("now", now())
			.update();
		if (begun > 0) {
			this.inForce.begin(caseId, decision);
		}
	}

	/**
	 * Without the CISO's opinion nothing is in force, nor is what leaves a risk above
	 * tolerance as it is, nor what an objection above tolerance stands against.
	 */
	private void requireNoConfirmation(String caseId) {
		Decision decision = require(caseId);
		boolean opinion = this.assurances.of(caseId, decision.number())
			.filter((assurance) -> assurance.opinion() != null)
			.isPresent();
		boolean beyond = decision.content().treatment().leavesRisk() && decision.band().isAboveTolerance();
		Authority authority = (beyond && decision.band() == Band.ABOVE_CAPACITY) ? Authority.CRO : Authority.COMMITTEE;
		if (this.assurances.objectionStands(caseId)
				&& this.cases.require(caseId).requireAssessment().band().isAboveTolerance()) {
			throw new ConfirmationNeeded(caseId, authority, Reason.CONFLICT);
		}
		if (!opinion) {
			throw new ConfirmationNeeded(caseId, authority, Reason.OVERDUE);
		}
		if (beyond) {
			throw new ConfirmationNeeded(caseId, authority, Reason.AUTHORITY);
		}
	}

	private Timestamp now() {
		return Timestamp.from(Instant.now(this.clock));
	}

}
