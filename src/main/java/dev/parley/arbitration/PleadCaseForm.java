package dev.parley.arbitration;

import java.util.HashMap;
import java.util.Map;

import dev.parley.identity.Duty;
import dev.parley.identity.Side;
import dev.parley.register.CaseSoFar;
import dev.parley.submission.Submission;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each side pleads before those who rule. */
@Component
class PleadCaseForm implements TaskForm<PleadCaseSubmission> {

	private final Pleas pleas;

	private final CaseSoFar caseSoFar;

	PleadCaseForm(Pleas pleas, CaseSoFar caseSoFar) {
		this.pleas = pleas;
		this.caseSoFar = caseSoFar;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return (Sides.of(part) == Side.SECURITY) ? Duty.PLEAD_SECURITY : Duty.PLEAD;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		Map<String, @Nullable Object> shown = new HashMap<>(this.caseSoFar.of(caseId));
		shown.put("side", Sides.of(part).name());
		return shown;
	}

	@Override
	public PleadCaseSubmission read(Submission submission, TaskContext task) {
		return PleadCaseSubmission.read(submission);
	}

	@Override
	public Map<String, Object> accept(PleadCaseSubmission plea, TaskContext task) {
		this.pleas.give(task.caseId(), Sides.of(task.part()), plea, task.user());
		return Map.of();
	}

}
