package dev.parley.treatment;

import java.util.Objects;

import dev.parley.engine.FollowUpProcesses;
import dev.parley.engine.CaseOpening;
import dev.parley.identity.People;
import dev.parley.register.Band;
import dev.parley.register.Cases;
import dev.parley.register.DecisionEnd;
import dev.parley.register.DecisionsInForce;
import dev.parley.register.DecisionsInForce.InForce;
import dev.parley.register.ExemptionState;
import dev.parley.register.RiskCase;
import dev.parley.register.Risks;
import dev.parley.register.TreatmentPlan;
import dev.parley.register.TreatmentPlan.Effect;
import dev.parley.register.TreatmentPlan.Verification;
import dev.parley.register.TreatmentPlans;
import org.springframework.stereotype.Component;

/**
 * What follows when a treatment was verified, or was not in time. A risk that is within
 * appetite by an effective treatment is closed, unless a case on it goes on. What failed
 * ends the decision. A risk that is not closed gets another case, but where conditions of
 * an acceptance or an exemption were fulfilled: it stands as it was decided.
 */
@Component
class TreatmentConclusion {

	private final TreatmentPlans plans;

	private final DecisionsInForce inForce;

	private final Risks risks;

	private final Cases cases;

	private final CaseOpening opening;

	private final FollowUpProcesses processes;

	private final TreatmentNotices notices;

	TreatmentConclusion(TreatmentPlans plans, DecisionsInForce inForce, Risks risks, Cases cases, CaseOpening opening,
			FollowUpProcesses processes, TreatmentNotices notices) {
		this.processes = processes;
		this.notices = notices;
		this.plans = plans;
		this.inForce = inForce;
		this.risks = risks;
		this.cases = cases;
		this.opening = opening;
	}

	void draw(String caseId) {
		TreatmentPlan plan = this.plans.require(caseId);
		Verification verification = Objects.requireNonNull(plan.verification());
		RiskCase riskCase = this.cases.require(caseId);
		if (verification.effect() != Effect.EFFECTIVE) {
			fail(riskCase, verification.effect());
		}
		else if (isClosable(riskCase)) {
			this.risks.close(String.valueOf(riskCase.riskId()), String.valueOf(verification.reasoning()),
					String.valueOf(verification.by()));
			this.processes.endExemption(caseId);
			this.notices.tell(caseId,
					"Risk %s is closed: the treatment of case %s was effective, and it is within appetite."
						.formatted(riskCase.riskId(), caseId));
		}
		else if (!plan.treatment().leavesRisk()) {
			this.opening.openAnother(riskCase,
					"The treatment of case %s was effective, and the risk is not within appetite.".formatted(caseId));
		}
	}

	private void fail(RiskCase riskCase, Effect effect) {
		boolean verified = effect == Effect.NOT_EFFECTIVE;
		String because = verified ? "The treatment of case %s was not effective.".formatted(riskCase.caseId())
				: "The treatment of case %s was not verified in time.".formatted(riskCase.caseId());
		this.inForce.ofCase(riskCase.caseId())
			.ifPresent((decision) -> end(decision, verified ? DecisionEnd.NOT_EFFECTIVE : DecisionEnd.NOT_VERIFIED,
					because));
		if (this.opening.openAnother(riskCase, because).isEmpty()) {
			this.notices.tell(riskCase.caseId(), because);
		}
	}

	private void end(InForce decision, DecisionEnd end, String because) {
		this.inForce.end(decision, end, ExemptionState.REVOKED, because, People.SYSTEM);
		this.processes.endExemption(decision.caseId());
	}

	private boolean isClosable(RiskCase riskCase) {
		String riskId = String.valueOf(riskCase.riskId());
		return this.risks.hold(riskId) && this.risks.band(riskId).filter(Band.WITHIN_APPETITE::equals).isPresent()
				&& this.cases.latestOf(riskId).filter((latest) -> !latest.isOver()).isEmpty();
	}

}
