package dev.parley.register;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.parley.register.Challenge.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChallengeTest {

	private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

	private static final Question FIRST = question(1, 1);

	private static final Question SECOND = question(2, 1);

	private static final Question THIRD = question(3, 2);

	@Test
	void hasNoRoundBeforeAnythingIsAsked() {
		Challenge challenge = challenge(2, List.of());

		assertThat(challenge.round()).isZero();
		assertThat(challenge.isLastRound()).isFalse();
		assertThat(challenge.verdict()).isEmpty();
	}

	@Test
	void endsWithTheRoundsThatAreAllowed() {
		assertThat(challenge(2, List.of(), FIRST, SECOND).isLastRound()).isFalse();
		assertThat(challenge(2, List.of(), FIRST, SECOND, THIRD).isLastRound()).isTrue();
		assertThat(challenge(1, List.of(), FIRST).isLastRound()).isTrue();
	}

	@Test
	void takesUpAgainWhatDidNotSatisfy() {
		Challenge challenge = challenge(2, List.of(verdict(1, Judgement.ANOTHER_ROUND, 1)), FIRST, SECOND, THIRD);

		assertThat(challenge.questionsToJudge()).containsExactly(SECOND, THIRD);
		assertThat(challenge.isSatisfied(FIRST)).hasValue(true);
		assertThat(challenge.isSatisfied(SECOND)).hasValue(false);
		assertThat(challenge.isSatisfied(THIRD)).isEmpty();
	}

	@Test
	void letsALaterRoundSatisfyAnEarlierQuestion() {
		Challenge challenge = challenge(2,
				List.of(verdict(1, Judgement.ANOTHER_ROUND, 1), verdict(2, Judgement.SUPPORTED, 2)), FIRST, SECOND,
				THIRD);

		assertThat(challenge.isSatisfied(SECOND)).hasValue(true);
		assertThat(challenge.isSatisfied(THIRD)).hasValue(false);
		assertThat(challenge.verdict()).map(Verdict::judgement).hasValue(Judgement.SUPPORTED);
	}

	@Test
	void saysNothingOfSatisfactionWhenTimeRanOut() {
		Challenge challenge = challenge(2, List.of(verdict(1, Judgement.NOT_JUDGED)), FIRST);

		assertThat(challenge.isSatisfied(FIRST)).isEmpty();
		assertThat(challenge.verdict()).map(Verdict::judgement).hasValue(Judgement.NOT_JUDGED);
	}

	private static Challenge challenge(int roundsAllowed, List<Verdict> verdicts, Question... questions) {
		return new Challenge(roundsAllowed, null, List.of(questions), verdicts);
	}

	private static Verdict verdict(int round, Judgement judgement, Integer... satisfied) {
		return new Verdict(round, judgement, Set.of(satisfied), "ciso", NOW);
	}

	private static Question question(int number, int round) {
		return new Question(number, round, "Who?", "ciso", NOW, Question.State.ANSWERED, null);
	}

}
