package dev.parley.decision;

import java.util.HashMap;
import java.util.Map;

import dev.parley.identity.Duty;
import dev.parley.register.CaseSoFar;
import dev.parley.register.DecisionDraft;
import dev.parley.submission.Submission;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The owner of the risk decides. */
@Component
class DecideRiskForm implements TaskForm<DecisionDraft> {

	private final DecisionIntake intake;

	private final CaseSoFar caseSoFar;

	DecideRiskForm(DecisionIntake intake, CaseSoFar caseSoFar) {
		this.intake = intake;
		this.caseSoFar = caseSoFar;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return Duty.DECIDE;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		Map<String, @Nullable Object> shown = new HashMap<>(this.caseSoFar.of(caseId));
		this.intake.putChoicesInto(shown, caseId);
		return shown;
	}

	@Override
	public DecisionDraft read(Submission submission, TaskContext task) {
		return this.intake.read(submission);
	}

	@Override
	public Map<String, Object> accept(DecisionDraft draft, TaskContext task) {
		return this.intake.decide(draft, task);
	}

}
