package dev.parley.decision;

import java.util.Map;

import dev.parley.identity.Duty;
import dev.parley.register.Assurance;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Decisions;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The CISO says whether a decision was informed and can be defended. */
@Component
class GiveAssuranceForm implements TaskForm<Assurance> {

	private final Decisions decisions;

	private final CaseSoFar caseSoFar;

	GiveAssuranceForm(Decisions decisions, CaseSoFar caseSoFar) {
		this.decisions = decisions;
		this.caseSoFar = caseSoFar;
	}

	@Override
	public Duty duty() {
		return Duty.ASSURE;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId) {
		return this.caseSoFar.of(caseId);
	}

	@Override
	public Assurance read(Submission submission, TaskContext task) {
		return GiveAssuranceSubmission.read(submission);
	}

	@Override
	public Map<String, Object> accept(Assurance assurance, TaskContext task) {
		if (assurance.outcome() == Assurance.Outcome.OBJECTED) {
			throw new SubmissionRefused("An objection leads to an attempt to agree, which this version of Parley cannot"
					+ " lead yet. Choose ASSURED, or leave the task open.");
		}
		this.decisions.giveAssurance(task.caseId(), assurance, task.user());
		return Map.of();
	}

}
