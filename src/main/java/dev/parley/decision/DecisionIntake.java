package dev.parley.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.parley.identity.People.Owner;
import dev.parley.identity.People;
import dev.parley.register.Band;
import dev.parley.register.Cases;
import dev.parley.register.Confirmations;
import dev.parley.register.Decision;
import dev.parley.register.DecisionDraft;
import dev.parley.register.DecisionDraft.Exemption;
import dev.parley.register.Decisions;
import dev.parley.register.RiskCase;
import dev.parley.register.Treatment;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import dev.parley.submission.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes in a decision, be it the first one or its revision: one set of rules for both.
 */
@Component
class DecisionIntake {

	private final Cases cases;

	private final Decisions decisions;

	private final Confirmations confirmations;

	private final People people;

	private final ExemptionTerms exemptionTerms;

	private final Clock clock;

	DecisionIntake(Cases cases, Decisions decisions, Confirmations confirmations, People people,
			ExemptionTerms exemptionTerms, Clock clock) {
		this.exemptionTerms = exemptionTerms;
		this.cases = cases;
		this.decisions = decisions;
		this.confirmations = confirmations;
		this.people = people;
		this.clock = clock;
	}

	/** Adds what the form of a decision offers. */
	void putChoicesInto(Map<String, @Nullable Object> shown, String caseId) {
		RiskCase riskCase = this.cases.require(caseId);
		shown.put("optionsNeeded", riskCase.isFastLane() ? 0 : DecisionPolicy.OPTIONS);
		shown.put("refused", refused(caseId));
		shown.put("limits", this.exemptionTerms.sentence(riskCase));
		shown.put("owners", choices(this.people.ownersToOffer(riskCase.requireDecidingGroup())));
		shown.put("controlsOwners", choices(this.exemptionTerms.controlsOwners(riskCase)));
	}

	private static List<Map<String, String>> choices(List<Owner> owners) {
		return owners.stream().map((owner) -> Map.of("value", owner.id(), "label", owner.label())).toList();
	}

	/** The treatments that a ruling refused, in words; null where there is none. */
	private @Nullable String refused(String caseId) {
		String refused = this.confirmations.refusedTreatments(caseId)
			.stream()
			.map(Treatment::label)
			.sorted()
			.collect(Collectors.joining(", "));
		return refused.isEmpty() ? null : refused;
	}

	DecisionDraft read(Submission submission) {
		return DecideRiskSubmission.read(submission, LocalDate.now(this.clock));
	}

	/** Records the first decision of the step. */
	Map<String, Object> decide(DecisionDraft draft, TaskContext task) {
		RiskCase riskCase = this.cases.require(task.caseId());
		this.decisions.decide(riskCase, checked(draft, riskCase), task.user(), task.models());
		return routing(task.caseId());
	}

	/** Records the revision of the latest decision. */
	Map<String, Object> revise(DecisionDraft draft, TaskContext task) {
		RiskCase riskCase = this.cases.require(task.caseId());
		this.decisions.revise(riskCase, checked(draft, riskCase), task.user(), task.models());
		return routing(task.caseId());
	}

	private DecisionDraft checked(DecisionDraft draft, RiskCase riskCase) {
		requireOwners(draft);
		List<String> objections = new ArrayList<>(
				DecisionPolicy.objectionsTo(draft, riskCase, this.confirmations.refusedTreatments(riskCase.caseId())));
		Exemption exemption = draft.exemption();
		if (exemption != null) {
			objections.addAll(this.exemptionTerms.objectionsTo(exemption, riskCase));
		}
		if (!objections.isEmpty()) {
			throw new SubmissionRefused(String.join(" ", objections));
		}
		return draft.withContractAction(riskCase.requireDecidingGroup());
	}

	private Map<String, Object> routing(String caseId) {
		Decision decision = this.decisions.require(caseId);
		RiskCase riskCase = this.cases.require(caseId);
		Band band = riskCase.requireAssessment().band();
		return Map.of(CioDecisionProcess.TREATMENT, decision.content().treatment().name(),
				CioDecisionProcess.ROUTING_BAND, decision.band().name(), CioDecisionProcess.BAND, band.name(),
				CioDecisionProcess.RENEWAL, this.decisions.renewal(riskCase));
	}

	private void requireOwners(DecisionDraft draft) {
		draft.actions()
			.stream()
			.map(DecisionDraft.Action::owner)
			.filter((owner) -> !this.people.exists(owner))
			.findFirst()
			.ifPresent((owner) -> {
				throw new SubmissionRefused(
						"There is no user and no office \"%s\" to own an action. Choose one of the list."
							.formatted(owner));
			});
	}

}
