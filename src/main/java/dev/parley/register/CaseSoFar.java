package dev.parley.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import dev.parley.register.Risks.Closure;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The case so far, in words, as forms and the case page show it. It holds a side's
 * position only once both are in or their time is over.
 */
@Component
public class CaseSoFar {

	private final Cases cases;

	private final PositionsSoFar positions;

	private final ChallengeSoFar challenge;

	private final DecisionSoFar decision;

	private final Withdrawals withdrawals;

	private final Risks risks;

	private final Findings findings;

	private final Wording wording;

	private final ObjectProvider<CasePart> parts;

	CaseSoFar(Cases cases, PositionsSoFar positions, ChallengeSoFar challenge, DecisionSoFar decision,
			Withdrawals withdrawals, Risks risks, Findings findings, Wording wording, ObjectProvider<CasePart> parts) {
		this.cases = cases;
		this.positions = positions;
		this.challenge = challenge;
		this.decision = decision;
		this.withdrawals = withdrawals;
		this.risks = risks;
		this.findings = findings;
		this.wording = wording;
		this.parts = parts;
	}

	/** What is known of a case; absent pieces are null. */
	public Map<String, @Nullable Object> of(String caseId) {
		RiskCase riskCase = this.cases.require(caseId);
		Map<String, @Nullable Object> shown = raised(riskCase);
		Assessment assessment = riskCase.assessment();
		shown.put("assessment", (assessment != null) ? shown(assessment, riskCase.requireAsset()) : null);
		shown.put("fastLane", riskCase.isFastLane());
		shown.put("positions", this.positions.of(riskCase));
		shown.put("challenge", this.challenge.of(caseId));
		this.decision.putInto(shown, caseId);
		shown.put("withdrawal", this.withdrawals.find(caseId).map(this::shown).orElse(null));
		shown.put("closure", (riskCase.riskId() != null)
				? this.risks.closure(riskCase.riskId()).map(this::shown).orElse(null) : null);
		this.parts.forEach((part) -> part.putInto(shown, caseId));
		return shown;
	}

	/**
	 * What was raised, and nothing of what was said since: for people who need not have
	 * taken part in the case.
	 */
	public Map<String, @Nullable Object> raised(String caseId) {
		return raised(this.cases.require(caseId));
	}

	private Map<String, @Nullable Object> raised(RiskCase riskCase) {
		RaisedRisk raised = riskCase.raised();
		Asset asset = riskCase.asset();
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("caseId", riskCase.caseId());
		shown.put("riskId", riskCase.riskId());
		shown.put("title", raised.title());
		shown.put("scenario", raised.scenario());
		shown.put("category", raised.category().label());
		shown.put("initiative", raised.initiative());
		shown.put("initiativeStarted", raised.initiativeStarted());
		shown.put("initiativeStatus", raised.initiativeStarted() ? "has begun" : "has not begun");
		shown.put("benefit", raised.benefit());
		shown.put("neededBy", text(raised.neededBy()));
		shown.put("raisedBy", this.wording.name(riskCase.raisedBy()));
		shown.put("raisedOn", this.wording.day(riskCase.openedAt()));
		shown.put("openedBecause", this.cases.openedBecause(riskCase.caseId()).orElse(null));
		shown.put("asset", (asset != null) ? shown(asset) : null);
		shown.put("findings", this.findings.summary(riskCase.caseId()));
		return shown;
	}

	private static Map<String, @Nullable Object> shown(Asset asset) {
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("id", asset.id());
		shown.put("name", asset.name());
		shown.put("assetClass", asset.assetClass().label());
		shown.put("products", asset.products().isEmpty() ? null : asset.productNames());
		shown.put("decidedBy", asset.decides().label());
		return shown;
	}

	private static Map<String, @Nullable Object> shown(Assessment assessment, Asset asset) {
		Level level = assessment.level();
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("level", (level != null) ? level.label() : null);
		shown.put("band", assessment.band().label());
		shown.put("sentence", AssessmentSentence.of(assessment, asset));
		return shown;
	}

	private Map<String, @Nullable Object> shown(Withdrawal withdrawal) {
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("reason", withdrawal.reason());
		shown.put("by", this.wording.name(withdrawal.by()));
		shown.put("on", this.wording.day(withdrawal.at()));
		return shown;
	}

	private Map<String, @Nullable Object> shown(Closure closure) {
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("reason", closure.reason());
		shown.put("by", this.wording.name(closure.by()));
		shown.put("on", this.wording.day(closure.at()));
		return shown;
	}

	private static @Nullable String text(@Nullable LocalDate date) {
		return (date != null) ? date.toString() : null;
	}

}
