package dev.parley.register;

import java.util.HashMap;
import java.util.Map;

import dev.parley.register.Challenge.Statement;
import dev.parley.register.Question.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The challenge of a case in words. */
@Component
public class ChallengeSoFar {

	private final Challenges challenges;

	private final Wording wording;

	ChallengeSoFar(Challenges challenges, Wording wording) {
		this.challenges = challenges;
		this.wording = wording;
	}

	@Nullable Map<String, @Nullable Object> of(String caseId) {
		return this.challenges.find(caseId).map(this::shown).orElse(null);
	}

	private Map<String, @Nullable Object> shown(Challenge challenge) {
		int round = Math.max(challenge.round(), 1);
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("round", round);
		shown.put("roundsAllowed", challenge.roundsAllowed());
		shown.put("roundLabel", "Round %d of %d".formatted(round, challenge.roundsAllowed()));
		shown.put("lastRound", challenge.isLastRound());
		shown.put("questions", challenge.questions().stream().map((question) -> shown(question, challenge)).toList());
		if (challenge.statement() != null) {
			putStatement(shown, challenge.statement());
		}
		challenge.verdict().ifPresent((verdict) -> {
			shown.put("outcome", verdict.judgement().label());
			shown.put("judgedBy", this.wording.name(verdict.by()));
			shown.put("judgedOn", this.wording.day(verdict.at()));
		});
		return shown;
	}

	private void putStatement(Map<String, @Nullable Object> shown, Statement statement) {
		Treatment recommended = statement.recommendedTreatment();
		shown.put("examined", statement.examined());
		shown.put("recommendedTreatment", (recommended != null) ? recommended.label() : null);
		shown.put("conditions", statement.conditions());
		shown.put("raisedBy", this.wording.name(statement.by()));
		shown.put("raisedOn", this.wording.day(statement.at()));
	}

	/** One question in words. */
	public Map<String, @Nullable Object> shown(Question question, Challenge challenge) {
		Map<String, @Nullable Object> shown = new HashMap<>();
		shown.put("number", question.number());
		shown.put("round", question.round());
		shown.put("question", question.text());
		shown.put("askedBy", this.wording.name(question.askedBy()));
		shown.put("askedOn", this.wording.day(question.askedAt()));
		shown.put("status", question.state().label());
		Answer answer = question.answer();
		if (answer != null) {
			shown.put("answer", answer.text());
			shown.put("evidenceLink", answer.evidenceLink());
			shown.put("answeredBy", this.wording.name(answer.by()));
			shown.put("answeredOn", this.wording.day(answer.at()));
		}
		shown.put("satisfied",
				challenge.isSatisfied(question).map((yes) -> yes ? "Satisfied" : "Not satisfied").orElse(null));
		return shown;
	}

}
