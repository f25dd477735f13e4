package dev.parley.challenge;

import java.util.HashMap;
import java.util.Map;

import dev.parley.identity.Duty;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Challenge;
import dev.parley.register.ChallengeSoFar;
import dev.parley.register.Challenges;
import dev.parley.submission.Submission;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The CIO's office answers one question of the challenge. */
@Component
class AnswerQuestionForm implements TaskForm<AnswerQuestionSubmission> {

	private final Challenges challenges;

	private final CaseSoFar caseSoFar;

	private final ChallengeSoFar challengeSoFar;

	AnswerQuestionForm(Challenges challenges, CaseSoFar caseSoFar, ChallengeSoFar challengeSoFar) {
		this.challenges = challenges;
		this.caseSoFar = caseSoFar;
		this.challengeSoFar = challengeSoFar;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return Duty.ANSWER;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		Challenge challenge = this.challenges.require(caseId);
		Map<String, @Nullable Object> shown = new HashMap<>(this.caseSoFar.of(caseId));
		challenge.questions()
			.stream()
			.filter((question) -> String.valueOf(question.number()).equals(part))
			.findFirst()
			.ifPresent((question) -> shown.put("question", this.challengeSoFar.shown(question, challenge)));
		return shown;
	}

	@Override
	public AnswerQuestionSubmission read(Submission submission, TaskContext task) {
		return AnswerQuestionSubmission.read(submission);
	}

	@Override
	public Map<String, Object> accept(AnswerQuestionSubmission answers, TaskContext task) {
		this.challenges.answer(task.caseId(), Integer.parseInt(task.requirePart()), answers.answer(),
				answers.evidenceLink(), task.user());
		return Map.of();
	}

}
