package dev.parley.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import dev.parley.identity.People;
import dev.parley.identity.Side;
import dev.parley.register.Assessment.Levels;
import dev.parley.register.Position.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The case so far, in words, as forms show it. It holds a side's position only once both
 * are in or their time is over.
 */
@Component
public class CaseSoFar {

	private final Cases cases;

	private final Positions positions;

	private final Decisions decisions;

	private final People people;

	private final Clock clock;

	CaseSoFar(Cases cases, Positions positions, Decisions decisions, People people, Clock clock) {
		this.cases = cases;
		this.positions = positions;
		this.decisions = decisions;
		this.people = people;
		this.clock = clock;
	}

	/** What is known of a case; absent pieces are null. */
	public Map<String, @Nullable Object> of(String caseId) {
		RiskCase riskCase = this.cases.require(caseId);
		Map<String, @Nullable Object> shown = raised(riskCase);
		Asset asset = riskCase.asset();
		Assessment assessment = riskCase.assessment();
		shown.put("asset", (asset != null) ? shown(asset) : null);
		shown.put("assessment", (assessment != null) ? shown(assessment, riskCase.requireAsset()) : null);
		shown.put("fastLane", riskCase.isFastLane());
		shown.put("positions",
				this.positions.disclosed(caseId).stream().map((position) -> shown(position, assessment)).toList());
		shown.put("decision", this.decisions.latest(caseId).map(this::shown).orElse(null));
		return shown;
	}

	private Map<String, @Nullable Object> raised(RiskCase riskCase) {
		RaisedRisk raised = riskCase.raised();
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
		shown.put("raisedBy", this.people.nameOf(riskCase.raisedBy()));
		shown.put("raisedOn", day(riskCase.openedAt()));
		return shown;
	}

	private static Map<String, @Nullable Object> shown(Asset asset) {
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("id", asset.id());
		shown.put("name", asset.name());
		shown.put("assetClass", asset.assetClass().label());
		shown.put("vendor", asset.vendor());
		shown.put("product", asset.product());
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

	private Map<String, @Nullable Object> shown(Position position, @Nullable Assessment assessment) {
		Levels levels = (assessment != null) ? assessment.levelsOf(position.side()) : null;
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("side", (position.side() == Side.IT) ? "IT" : "Security");
		shown.put("status", position.isMissing() ? "Missing" : "Stated");
		shown.put("statedBy", (position.statedBy() != null) ? this.people.nameOf(position.statedBy()) : null);
		shown.put("statedOn", day(position.at()));
		Statement statement = position.statement();
		shown.put("current",
				(statement != null) ? shown(statement.current(), (levels != null) ? levels.current() : null) : null);
		shown.put("residual",
				(statement != null) ? shown(statement.residual(), (levels != null) ? levels.residual() : null) : null);
		shown.put("reasoning", (statement != null) ? statement.reasoning() : null);
		shown.put("costOfDelay", (statement != null) ? statement.costOfDelay() : null);
		shown.put("threat", (statement != null) ? statement.threat() : null);
		shown.put("evidence", (statement != null) ? statement.evidence() : null);
		return shown;
	}

	private static String shown(Score score, @Nullable Level level) {
		return "likelihood %d, impact %d: %s".formatted(score.likelihood(), score.impact(),
				(level != null) ? level.label() : "not rated yet");
	}

	private Map<String, @Nullable Object> shown(Decision decision) {
		DecisionDraft content = decision.content();
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("treatment", content.treatment().label());
		shown.put("decidedBy", this.people.nameOf(decision.decidedBy()));
		shown.put("decidedOn", day(decision.decidedAt()));
		shown.put("rationale", content.rationale());
		shown.put("reviewOn", content.reviewOn().toString());
		shown.put("details", details(content));
		shown.put("options", content.options().stream().map(CaseSoFar::shown).toList());
		shown.put("actions", content.actions().stream().map(this::shown).toList());
		return shown;
	}

	private static @Nullable String details(DecisionDraft content) {
		if (content.transfer() != null) {
			return "Transferred to %s by a contract of %s.".formatted(content.transfer().counterparty(),
					content.transfer().contractOn());
		}
		if (content.exemption() != null) {
			return "Deviates from: %s. Compensating controls: %s. Ends on %s.".formatted(
					content.exemption().deviatesFrom(), content.exemption().compensatingControls(),
					content.exemption().endsOn());
		}
		return null;
	}

	private static Map<String, String> shown(DecisionDraft.Option option) {
		return Map.of("name", option.name(), "benefit", option.benefit(), "cost", option.cost(), "residual",
				option.residual().label());
	}

	private Map<String, String> shown(DecisionDraft.Action action) {
		return Map.of("action", action.action(), "owner", this.people.nameOf(action.owner()), "due",
				action.dueOn().toString());
	}

	private static @Nullable String text(@Nullable LocalDate date) {
		return (date != null) ? date.toString() : null;
	}

	private String day(Instant instant) {
		return LocalDate.ofInstant(instant, this.clock.getZone()).toString();
	}

}
