package dev.parley.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

import dev.parley.submission.StateRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases of the register, and the verbs that change one. */
@Component
public class Cases {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final CaseRows rows;

	Cases(JdbcClient jdbc, Clock clock, CaseRows rows) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.rows = rows;
	}

	/**
	 * Opens a case for a raised risk.
	 * @return the case id
	 */
	public String open(RaisedRisk raised, String raisedBy) {
		String caseId = nextId("RC", "case_number");
		this.jdbc.sql("""
				insert into risk_case (case_id, title, scenario, category, benefit, initiative_id, initiative_started,
				                       needed_by, raised_by, opened_at)
				values (:caseId, :title, :scenario, :category, :benefit, :initiative, :started,
				        :neededBy, :raisedBy, :now)""")
			.param("caseId", caseId)
			.param("title", raised.title())
			.param("scenario", raised.scenario())
			.param("category", raised.category().name())
			.param("benefit", raised.benefit())
			.param("initiative", initiative(raised.initiative()))
			.param("started", raised.initiativeStarted())
			.param("neededBy", raised.neededBy())
			.param("raisedBy", raisedBy)
			.param("now", now())
			.update();
		return caseId;
	}

	/**
	 * Enters the risk of a case into the register. Done again, it changes nothing.
	 * @return the risk id
	 */
	public String registerRisk(String caseId) {
		RiskCase riskCase = require(caseId);
		if (riskCase.riskId() != null) {
			return riskCase.riskId();
		}
		String riskId = nextId("R", "risk_number");
		this.jdbc
			.sql("""
					insert into risk (risk_id, title, scenario, category, asset_id, raised_by, raised_at)
					select :riskId, title, scenario, category, asset_id, raised_by, opened_at from risk_case where case_id = :caseId""")
			.param("riskId", riskId)
			.param("caseId", caseId)
			.update();
		this.jdbc.sql("update risk_case set risk_id = ? where case_id = ?").params(riskId, caseId).update();
		return riskId;
	}

	/**
	 * Makes a case another case of a risk that is in the register already.
	 * @throws org.springframework.dao.DuplicateKeyException when another case of the risk
	 * is not over
	 */
	public void referTo(String caseId, String riskId) {
		this.jdbc.sql("update risk_case set risk_id = ? where case_id = ?").params(riskId, caseId).update();
	}

	/**
	 * Settles which asset a case is about, and so who decides.
	 * @throws IllegalStateException when the case is not open
	 */
	public void identifyAsset(String caseId, Asset asset) {
		int identified = this.jdbc.sql("""
				update risk_case set asset_id = :asset, deciding_group = :decides
				 where case_id = :caseId and state = 'OPEN'""")
			.param("asset", asset.id())
			.param("decides", asset.decides().group())
			.param("caseId", caseId)
			.update();
		if (identified == 0) {
			throw new IllegalStateException("Case %s is not open".formatted(caseId));
		}
		this.jdbc.sql("update risk set asset_id = ? where risk_id = (select risk_id from risk_case where case_id = ?)")
			.params(asset.id(), caseId)
			.update();
	}

	/**
	 * Records the comparison of both positions. A case that is over stays as it was
	 * decided.
	 * @param models the deployment whose rules it was made by
	 */
	public void recordAssessment(String caseId, Assessment assessment, String models) {
		Appetite appetite = assessment.appetite();
		this.jdbc.sql("""
				update risk_case
				   set it_level = :itLevel, it_residual = :itResidual,
				       security_level = :securityLevel, security_residual = :securityResidual,
				       position_gap = :gap, level = :level, band = :band,
				       appetite = :appetite, tolerance = :tolerance, capacity = :capacity, models = :models
				 where case_id = :caseId and settled_at is null""")
			.param("itLevel", rank(assessment.it() == null ? null : assessment.it().current()))
			.param("itResidual", rank(assessment.it() == null ? null : assessment.it().residual()))
			.param("securityLevel", rank(assessment.security() == null ? null : assessment.security().current()))
			.param("securityResidual", rank(assessment.security() == null ? null : assessment.security().residual()))
			.param("gap", assessment.gap())
			.param("level", rank(assessment.level()))
			.param("band", assessment.band().name())
			.param("appetite", appetite.appetite().rank())
			.param("tolerance", appetite.tolerance().rank())
			.param("capacity", appetite.capacity().rank())
			.param("models", models)
			.param("caseId", caseId)
			.update();
	}

	/**
	 * Lets a case begin at its decision: what both sides stated last, and what it came
	 * to, is taken over from another case of the same risk.
	 */
	public void beginAtDecision(String caseId, String from) {
		this.jdbc
			.sql("""
					insert into position (case_id, side, version, state, likelihood, impact, residual_likelihood,
					                      residual_impact, reasoning, cost_of_delay, threat, evidence, requested_by, stated_by,
					                      stated_at, verified)
					select distinct on (side) :caseId, side, 1, state, likelihood, impact, residual_likelihood,
					       residual_impact, reasoning, cost_of_delay, threat, evidence, requested_by, stated_by, stated_at,
					       verified
					  from position where case_id = :from order by side, version desc""")
			.param("caseId", caseId)
			.param("from", from)
			.update();
	}

	/** Records why Parley opened a case. */
	public void explain(String caseId, String because) {
		this.jdbc.sql("update risk_case set opened_because = ? where case_id = ?").params(because, caseId).update();
	}

	/** Why Parley opened a case; empty where a person raised it. */
	public Optional<String> openedBecause(String caseId) {
		return this.jdbc.sql("select opened_because from risk_case where case_id = ? and opened_because is not null")
			.param(caseId)
			.query(String.class)
			.optional();
	}

	/** Records the way to the decision. */
	public void recordRoute(String caseId, Route route) {
		this.jdbc.sql("update risk_case set route = ? where case_id = ?").params(route.name(), caseId).update();
	}

	/**
	 * Settles an open case. Done again, it changes nothing.
	 * @throws StateRefused while no decision of it is in force
	 */
	public void settle(String caseId, CaseState outcome) {
		if (require(caseId).state() != CaseState.OPEN) {
			return;
		}
		int settled = this.jdbc.sql("""
				update risk_case set state = :state, settled_at = :now
				 where case_id = :caseId
				   and exists (select 1 from decision d where d.case_id = :caseId and d.state = 'IN_FORCE')""")
			.param("state", outcome.name())
			.param("now", now())
			.param("caseId", caseId)
			.update();
		if (settled == 0) {
			throw new StateRefused(
					"Case %s has no decision in force. It needs a confirmation, to which the version of the process that it began with knows no way."
						.formatted(caseId));
		}
	}

	/**
	 * Ends a case by a ruling, whatever it said. Done again, it changes nothing.
	 */
	public void settleByRuling(String caseId) {
		this.jdbc.sql("""
				update risk_case set state = 'ESCALATED', settled_at = :now
				 where case_id = :caseId and settled_at is null""")
			.param("now", now())
			.param("caseId", caseId)
			.update();
	}

	/**
	 * Ends a case that was withdrawn; the risk stays as it is. Done again, it changes
	 * nothing.
	 */
	public void withdraw(String caseId) {
		this.jdbc.sql("""
				update risk_case set state = 'WITHDRAWN', settled_at = :now
				 where case_id = :caseId and settled_at is null
				   and exists (select 1 from withdrawal w where w.case_id = :caseId)""")
			.param("now", now())
			.param("caseId", caseId)
			.update();
	}

	/**
	 * Holds a case until the transaction ends, so that what happens in it happens one
	 * after the other.
	 */
	public void lock(String caseId) {
		this.jdbc.sql("select 1 from risk_case where case_id = ? for update").param(caseId).query().listOfRows();
	}

	public Optional<RiskCase> find(String caseId) {
		return this.rows.find(caseId);
	}

	/** The newest case of a risk. */
	public Optional<RiskCase> latestOf(String riskId) {
		return this.rows.latestOf(riskId).flatMap(this::find);
	}

	/**
	 * A case that must be there.
	 * @throws IllegalArgumentException when there is none with this id
	 */
	public RiskCase require(String caseId) {
		return find(caseId)
			.orElseThrow(() -> new IllegalArgumentException("There is no case %s in the register".formatted(caseId)));
	}

	private @Nullable Long initiative(@Nullable String name) {
		if (name == null) {
			return null;
		}
		this.jdbc.sql("insert into initiative (name, first_named) values (?, ?) on conflict do nothing")
			.params(name, now())
			.update();
		return this.jdbc.sql("select initiative_id from initiative where lower(name) = lower(?)")
			.param(name)
			.query(Long.class)
			.single();
	}

	private String nextId(String prefix, String sequence) {
		long number = this.jdbc.sql("select nextval('" + sequence + "')").query(Long.class).single();
		return String.format(Locale.ROOT, "%s-%d-%04d", prefix, ZonedDateTime.now(this.clock).getYear(), number);
	}

	private Timestamp now() {
		return Timestamp.from(Instant.now(this.clock));
	}

	private static @Nullable Integer rank(@Nullable Level level) {
		return (level != null) ? level.rank() : null;
	}

}
