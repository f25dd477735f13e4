package dev.parley.decision;

import java.util.HashMap;
import java.util.Map;

import dev.parley.engine.CaseMessages;
import dev.parley.register.Assessment;
import dev.parley.register.Cases;
import dev.parley.register.DecisionsInForce;
import dev.parley.register.DecisionsInForce.InForce;
import dev.parley.register.Decisions;
import dev.parley.register.Level;
import dev.parley.register.RiskCase;
import dev.parley.register.Treatment;
import dev.parley.register.TreatmentPlans;
import org.springframework.stereotype.Component;

/**
 * Lets what was decided be followed up: its actions by a treatment plan, its exemption by
 * a watch over it. Whoever ends a decision has both end.
 */
@Component
public class FollowUp {

	/** Begins a treatment plan. */
	static final String MSG_TREATMENT_BEGUN = "Msg_TreatmentBegun";

	/** Begins the watch over an exemption. */
	static final String MSG_EXEMPTION_GRANTED = "Msg_ExemptionGranted";

	/** Ends a treatment plan. */
	static final String MSG_DECISION_ENDED = "Msg_DecisionEnded";

	/** Ends the watch over an exemption. */
	static final String MSG_EXEMPTION_ENDED = "Msg_ExemptionEnded";

	private final DecisionsInForce inForce;

	private final Decisions decisions;

	private final Cases cases;

	private final TreatmentPlans plans;

	private final CaseMessages messages;

	FollowUp(DecisionsInForce inForce, Decisions decisions, Cases cases, TreatmentPlans plans, CaseMessages messages) {
		this.plans = plans;
		this.inForce = inForce;
		this.decisions = decisions;
		this.cases = cases;
		this.messages = messages;
	}

	/**
	 * Follows up the decision of a case that has come in force, and ends what followed up
	 * those before it. Done again, it changes nothing.
	 */
	void begin(String caseId) {
		this.cases.lock(caseId);
		this.inForce.ofCase(caseId).ifPresent((decision) -> {
			end(decision.riskId());
			begin(decision);
		});
	}

	/** Ends whatever follows up decisions on a risk that have ended. */
	public void end(String riskId) {
		this.inForce.casesEnded(riskId).forEach(this::endOf);
	}

	/** Ends whatever follows up the decision of a case. */
	void endOf(String caseId) {
		this.messages.sendWhereAwaited(MSG_DECISION_ENDED, caseId);
		this.messages.sendWhereAwaited(MSG_EXEMPTION_ENDED, caseId);
	}

	private void begin(InForce decision) {
		if (hasActions(decision) && this.plans.find(decision.caseId()).isEmpty()) {
			this.messages.start(MSG_TREATMENT_BEGUN, decision.caseId(), routing(decision));
		}
		if (decision.treatment() == Treatment.EXEMPT
				&& !this.messages.isAwaited(MSG_EXEMPTION_ENDED, decision.caseId())) {
			this.messages.start(MSG_EXEMPTION_GRANTED, decision.caseId(), routing(decision));
		}
	}

	private boolean hasActions(InForce decision) {
		return this.decisions.find(decision.caseId(), decision.number())
			.filter((found) -> !found.content().actions().isEmpty())
			.isPresent();
	}

	private Map<String, Object> routing(InForce decision) {
		RiskCase riskCase = this.cases.require(decision.caseId());
		Assessment assessment = riskCase.requireAssessment();
		Level level = assessment.level();
		Map<String, Object> routing = new HashMap<>();
		routing.put("riskId", decision.riskId());
		routing.put("decidingGroup", riskCase.requireDecidingGroup());
		routing.put("level", (level != null) ? level.name() : Level.UNRATED);
		routing.put("band", assessment.band().name());
		return routing;
	}

}
