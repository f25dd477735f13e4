package dev.parley.challenge;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.parley.identity.Duty;
import dev.parley.register.CaseSoFar;
import dev.parley.register.ChallengeDraft;
import dev.parley.register.Challenges;
import dev.parley.register.Judgement;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The CISO asks, or states what was examined instead. */
@Component
class RaiseChallengeForm implements TaskForm<ChallengeDraft> {

	private static final int COMPARED = 100;

	private final Challenges challenges;

	private final CaseSoFar caseSoFar;

	RaiseChallengeForm(Challenges challenges, CaseSoFar caseSoFar) {
		this.challenges = challenges;
		this.caseSoFar = caseSoFar;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return Duty.CHALLENGE;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		return this.caseSoFar.of(caseId);
	}

	@Override
	public ChallengeDraft read(Submission submission, TaskContext task) {
		return RaiseChallengeSubmission.read(submission);
	}

	@Override
	public Map<String, Object> accept(ChallengeDraft draft, TaskContext task) {
		boolean asked = !draft.questions().isEmpty();
		if (!asked) {
			requireNew(Objects.requireNonNull(draft.examined()), task.user());
		}
		List<Integer> numbers = this.challenges.raise(task.caseId(), draft, task.user());
		if (!asked) {
			this.challenges.judge(task.caseId(), Judgement.SUPPORTED, List.of(), task.user());
		}
		return Map.of(CisoChallengeProcess.QUESTIONS_ASKED, asked, CisoChallengeProcess.OPEN_QUESTIONS, numbers);
	}

	private void requireNew(String examined, String user) {
		if (ExaminedPolicy.isEmpty(examined)) {
			throw new SubmissionRefused(
					"What you examined (examined) says hardly anything: \"%s\". Say what you looked at in this case."
						.formatted(examined));
		}
		ExaminedPolicy.repeated(examined, this.challenges.examinedBy(user, COMPARED)).ifPresent((earlier) -> {
			throw new SubmissionRefused("What you examined (examined) repeats an earlier statement of yours nearly word"
					+ " for word: \"%s\". Say what you looked at in this case.".formatted(shortened(earlier)));
		});
	}

	private static String shortened(String text) {
		return (text.length() <= 100) ? text : text.substring(0, 100) + "…";
	}

}
