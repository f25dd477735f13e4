package dev.parley.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.parley.identity.Duty;
import dev.parley.identity.People;
import dev.parley.register.Acts;
import dev.parley.register.Asset;
import dev.parley.register.Cases;
import dev.parley.register.RaisedRisk;
import dev.parley.register.RiskCase;
import dev.parley.register.RiskRatings;
import dev.parley.register.Risks;
import dev.parley.register.Route;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens cases that software raises, not a person: the asset is known, often the risk too,
 * and nobody is asked for them.
 */
@Component
public class CaseOpening {

	private final Cases cases;

	private final Risks risks;

	private final Acts acts;

	private final RuntimeService runtime;

	private final SystemScope system;

	private final DecisionRouting routing;

	private final OpeningNotices notices;

	private final RiskRatings ratings;

	CaseOpening(Cases cases, Risks risks, Acts acts, RuntimeService runtime, SystemScope system,
			DecisionRouting routing, OpeningNotices notices, RiskRatings ratings) {
		this.ratings = ratings;
		this.notices = notices;
		this.routing = routing;
		this.cases = cases;
		this.risks = risks;
		this.acts = acts;
		this.runtime = runtime;
		this.system = system;
	}

	/**
	 * Opens a case raised by {@link People#SYSTEM} and starts its process.
	 * @param raised what is raised
	 * @param asset the asset it is about
	 * @param riskId the risk it is about, if that is in the register already; a closed
	 * one stays closed, and the case gets a risk of its own
	 * @return the case id
	 * @throws org.springframework.dao.DuplicateKeyException when another case of the risk
	 * is not over
	 */
	@Transactional
	public String open(RaisedRisk raised, Asset asset, @Nullable String riskId) {
		String caseId = register(raised, asset, riskId);
		start(caseId, Map.of("renewal", false));
		return caseId;
	}

	/**
	 * Opens another case on the risk of a case, unless the risk is closed or a case on it
	 * goes on: that case then has to decide. The offices are told why.
	 * @param before a case of the risk
	 * @param because why, in a sentence
	 * @return the case id; empty when none was opened
	 */
	@Transactional
	public Optional<String> openAnother(RiskCase before, String because) {
		if (!needsCase(before)) {
			return Optional.empty();
		}
		String caseId = register(before, because);
		start(caseId, Map.of("renewal", false));
		return Optional.of(caseId);
	}

	/**
	 * Opens a case that begins at its decision, with the positions by which its risk was
	 * rated last, unless the risk is closed or a case on it goes on. The offices are told
	 * why.
	 * @param before the earlier case
	 * @param because why, in a sentence
	 * @param prepare what else is recorded of the case before it starts
	 * @return the case id; empty when none was opened
	 */
	@Transactional
	public Optional<String> openAtDecision(RiskCase before, String because, Consumer<String> prepare) {
		if (!needsCase(before)) {
			return Optional.empty();
		}
		String caseId = register(before, because);
		this.cases.beginAtDecision(caseId,
				this.ratings.lastCase(String.valueOf(before.riskId())).orElse(before.caseId()));
		this.cases.recordRoute(caseId, Route.CHALLENGE);
		prepare.accept(caseId);
		Map<String, Object> variables = new HashMap<>(this.routing.of(caseId, before));
		variables.put("renewal", true);
		start(caseId, variables);
		return Optional.of(caseId);
	}

	private boolean needsCase(RiskCase before) {
		String riskId = before.riskId();
		return riskId != null && this.risks.hold(riskId)
				&& this.cases.latestOf(riskId).filter((latest) -> !latest.isOver()).isEmpty();
	}

	private String register(RiskCase before, String because) {
		String caseId = register(before.raised(), before.requireAsset(), before.riskId());
		this.cases.explain(caseId, because);
		this.notices.tell(this.cases.require(caseId), because);
		return caseId;
	}

	private String register(RaisedRisk raised, Asset asset, @Nullable String riskId) {
		String caseId = this.cases.open(raised, People.SYSTEM);
		this.acts.record(caseId, Duty.RAISE, People.SYSTEM);
		if (riskId != null && this.risks.hold(riskId)) {
			this.cases.referTo(caseId, riskId);
		}
		this.cases.identifyAsset(caseId, asset);
		return caseId;
	}

	private void start(String caseId, Map<String, Object> variables) {
		Map<String, Object> all = new HashMap<>(variables);
		all.put("caseId", caseId);
		all.put("raisedBy", People.SYSTEM);
		this.system.call(() -> this.runtime.startProcessInstanceByKey(CaseProcess.KEY, caseId, all));
	}

}
