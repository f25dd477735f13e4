package dev.parley.decision;

import java.util.HashMap;
import java.util.Map;

import dev.parley.engine.FollowUpProcesses;
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

	private final DecisionsInForce inForce;

	private final Decisions decisions;

	private final Cases cases;

	private final TreatmentPlans plans;

	private final FollowUpProcesses processes;

	FollowUp(DecisionsInForce inForce, Decisions decisions, Cases cases, TreatmentPlans plans,
			FollowUpProcesses processes) {
		this.plans = plans;
		this.inForce = inForce;
		this.decisions = decisions;
		this.cases = cases;
		this.processes = processes;
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
		this.inForce.casesEnded(riskId).forEach(this.processes::end);
	}

	private void begin(InForce decision) {
		if (hasActions(decision) && this.plans.find(decision.caseId()).isEmpty()) {
			this.processes.beginTreatment(decision.caseId(), routing(decision));
		}
		if (decision.treatment() == Treatment.EXEMPT) {
			this.processes.beginExemption(decision.caseId(), routing(decision));
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
