package dev.parley.treatment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import dev.parley.engine.Deadlines;
import dev.parley.identity.Duty;
import dev.parley.register.CaseSoFar;
import dev.parley.register.TreatmentPlan;
import dev.parley.register.TreatmentPlan.Action;
import dev.parley.register.TreatmentPlan.Result;
import dev.parley.register.TreatmentPlans;
import dev.parley.submission.Submission;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The owner of an action reports on it. */
@Component
class CompleteActionForm implements TaskForm<CompleteActionSubmission> {

	private final TreatmentPlans plans;

	private final TreatmentWords words;

	private final CaseSoFar caseSoFar;

	private final Deadlines deadlines;

	CompleteActionForm(TreatmentPlans plans, TreatmentWords words, CaseSoFar caseSoFar, Deadlines deadlines) {
		this.plans = plans;
		this.words = words;
		this.caseSoFar = caseSoFar;
		this.deadlines = deadlines;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return Duty.COMPLETE_ACTION;
	}

	/** The decision and its plan: whoever owns an action reads no more of the case. */
	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		Map<String, @Nullable Object> whole = this.caseSoFar.of(caseId);
		Map<String, @Nullable Object> shown = this.caseSoFar.raised(caseId);
		shown.put("decision", whole.get("decision"));
		shown.put("plan", whole.get("plan"));
		shown.put("action", this.words.shown(action(this.plans.require(caseId), part)));
		return shown;
	}

	@Override
	public Optional<Instant> due(String caseId, @Nullable String part) {
		return Optional.of(this.deadlines.closeOf(action(this.plans.require(caseId), part).dueOn()));
	}

	@Override
	public CompleteActionSubmission read(Submission submission, TaskContext task) {
		return CompleteActionSubmission.read(submission);
	}

	@Override
	public Map<String, Object> accept(CompleteActionSubmission answers, TaskContext task) {
		TreatmentPlan plan = this.plans.require(task.caseId());
		this.plans.report(plan, action(plan, task.part()).number(),
				new Result(answers.state(), answers.evidenceLink(), answers.remark(), task.user()));
		return Map.of();
	}

	private static Action action(TreatmentPlan plan, @Nullable String part) {
		return plan.action(Integer.parseInt(String.valueOf(part)))
			.orElseThrow(
					() -> new IllegalStateException("There is no action %s in case %s".formatted(part, plan.caseId())));
	}

}
