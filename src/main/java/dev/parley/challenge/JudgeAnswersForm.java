package dev.parley.challenge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.challenge.JudgeAnswersSubmission.Outcome;
import dev.parley.identity.Duty;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Challenge;
import dev.parley.register.Challenges;
import dev.parley.register.Question;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The CISO judges the answers of a round. */
@Component
class JudgeAnswersForm implements TaskForm<JudgeAnswersSubmission> {

	private static final int SHOWN = 70;

	private final Challenges challenges;

	private final CaseSoFar caseSoFar;

	JudgeAnswersForm(Challenges challenges, CaseSoFar caseSoFar) {
		this.challenges = challenges;
		this.caseSoFar = caseSoFar;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return Duty.JUDGE;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		Challenge challenge = this.challenges.require(caseId);
		Map<String, @Nullable Object> shown = new HashMap<>(this.caseSoFar.of(caseId));
		shown.put("questionChoices", challenge.questionsToJudge().stream().map(JudgeAnswersForm::choice).toList());
		shown.put("outcomes",
				Arrays.stream(Outcome.values())
					.filter((outcome) -> outcome != Outcome.ANOTHER_ROUND || !challenge.isLastRound())
					.map((outcome) -> Map.of("value", outcome.name(), "label", label(outcome)))
					.toList());
		return shown;
	}

	/**
	 * The form takes labels for templates and cuts long ones; the card shows the whole.
	 */
	private static Map<String, String> choice(Question question) {
		String text = question.text().replace("{{", "{ {");
		return Map.of("value", String.valueOf(question.number()), "label", "%d. %s".formatted(question.number(),
				(text.length() <= SHOWN) ? text : text.substring(0, SHOWN) + "…"));
	}

	private static String label(Outcome outcome) {
		return switch (outcome) {
			case SUPPORTED -> "Supported – the facts are on the table, security has no more to ask";
			case SUPPORTED_WITH_CONDITIONS -> "Supported with conditions – those stated with the challenge";
			case CONTESTED -> "Contested – the answers do not carry what is planned";
			case ANOTHER_ROUND -> "Another round – I have further questions";
		};
	}

	@Override
	public JudgeAnswersSubmission read(Submission submission, TaskContext task) {
		return JudgeAnswersSubmission.read(submission,
				this.challenges.require(task.caseId()).questions().stream().map(Question::number).toList());
	}

	@Override
	public Map<String, Object> accept(JudgeAnswersSubmission answers, TaskContext task) {
		Challenge challenge = this.challenges.require(task.caseId());
		boolean another = answers.outcome() == Outcome.ANOTHER_ROUND;
		if (another && challenge.isLastRound()) {
			throw new SubmissionRefused(
					"This is round %d of %d, the last one: no further questions (ANOTHER_ROUND). Judge by the answers there are."
						.formatted(challenge.round(), challenge.roundsAllowed()));
		}
		this.challenges.judge(task.caseId(), answers.outcome().judgement(), answers.satisfied(), task.user());
		List<Integer> numbers = another ? this.challenges.ask(task.caseId(), answers.furtherQuestions(), task.user())
				: List.of();
		return Map.of(CisoChallengeProcess.ANOTHER_ROUND, another, CisoChallengeProcess.OPEN_QUESTIONS, numbers);
	}

}
