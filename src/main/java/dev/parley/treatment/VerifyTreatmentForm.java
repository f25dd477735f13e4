package dev.parley.treatment;

import java.util.Map;

import dev.parley.identity.Duty;
import dev.parley.register.CaseSoFar;
import dev.parley.register.TreatmentPlan.Effect;
import dev.parley.register.TreatmentPlan.Verification;
import dev.parley.register.TreatmentPlans;
import dev.parley.submission.Submission;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The CISO says what a treatment came to, and how high the risk is now. */
@Component
class VerifyTreatmentForm implements TaskForm<VerifyTreatmentSubmission> {

	private final TreatmentPlans plans;

	private final VerifiedScore score;

	private final CaseSoFar caseSoFar;

	VerifyTreatmentForm(TreatmentPlans plans, VerifiedScore score, CaseSoFar caseSoFar) {
		this.plans = plans;
		this.score = score;
		this.caseSoFar = caseSoFar;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return Duty.VERIFY_TREATMENT;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		return this.caseSoFar.of(caseId);
	}

	@Override
	public VerifyTreatmentSubmission read(Submission submission, TaskContext task) {
		return VerifyTreatmentSubmission.read(submission);
	}

	@Override
	public Map<String, Object> accept(VerifyTreatmentSubmission answers, TaskContext task) {
		this.plans.verify(this.plans.require(task.caseId()), new Verification(Effect.valueOf(answers.outcome().name()),
				answers.score(), answers.reasoning(), task.user()));
		this.score.record(task.caseId(), answers.score(), answers.reasoning(), task.user(), task.models());
		return Map.of();
	}

}
