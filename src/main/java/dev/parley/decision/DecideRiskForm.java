package dev.parley.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.identity.Duty;
import dev.parley.identity.People;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Cases;
import dev.parley.register.DecisionDraft;
import dev.parley.register.Decisions;
import dev.parley.register.RiskCase;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The owner of the risk decides. */
@Component
class DecideRiskForm implements TaskForm<DecisionDraft> {

	private static final int OPTIONS = 2;

	private final Cases cases;

	private final Decisions decisions;

	private final People people;

	private final CaseSoFar caseSoFar;

	private final Clock clock;

	DecideRiskForm(Cases cases, Decisions decisions, People people, CaseSoFar caseSoFar, Clock clock) {
		this.cases = cases;
		this.decisions = decisions;
		this.people = people;
		this.caseSoFar = caseSoFar;
		this.clock = clock;
	}

	@Override
	public Duty duty() {
		return Duty.DECIDE;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId) {
		Map<String, @Nullable Object> shown = new HashMap<>(this.caseSoFar.of(caseId));
		RiskCase riskCase = this.cases.require(caseId);
		shown.put("optionsNeeded", riskCase.isFastLane() ? 0 : OPTIONS);
		shown.put("owners",
				this.people.ownersToOffer(riskCase.requireAsset().decides().group())
					.stream()
					.map((owner) -> Map.of("value", owner.id(), "label", owner.label()))
					.toList());
		return shown;
	}

	@Override
	public DecisionDraft read(Submission submission, TaskContext task) {
		return DecideRiskSubmission.read(submission, LocalDate.now(this.clock));
	}

	@Override
	public Map<String, Object> accept(DecisionDraft draft, TaskContext task) {
		RiskCase riskCase = this.cases.require(task.caseId());
		requireOwners(draft);
		List<String> objections = DecisionPolicy.objectionsTo(draft, riskCase);
		if (!objections.isEmpty()) {
			throw new SubmissionRefused(String.join(" ", objections));
		}
		this.decisions.decide(riskCase, draft.withContractAction(riskCase.requireAsset().decides().group()),
				task.user(), task.models());
		return Map.of();
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
