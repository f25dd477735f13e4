package dev.parley.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The challenge of a case: what the CISO asked, what was answered, and what it came to.
 *
 * @param roundsAllowed how many rounds of questions there may be
 * @param statement what was stated with the first round, or null before
 * @param questions all questions in order
 * @param verdicts what each round came to, in order
 */
public record Challenge(int roundsAllowed, @Nullable Statement statement, List<Question> questions,
		List<Verdict> verdicts) {

	/** The round that is on, from 1; 0 while nothing was asked. */
	public int round() {
		return this.questions.stream().mapToInt(Question::round).max().orElse(0);
	}

	/** Whether no further questions may be asked. */
	public boolean isLastRound() {
		return round() >= this.roundsAllowed;
	}

	/**
	 * The questions to be judged: those of this round, and earlier ones left unsatisfied.
	 */
	public List<Question> questionsToJudge() {
		return this.questions.stream().filter((question) -> !isSatisfied(question).orElse(false)).toList();
	}

	/** What the challenge came to; empty while it goes on. */
	public Optional<Verdict> verdict() {
		return this.verdicts.stream().filter((verdict) -> verdict.judgement() != Judgement.ANOTHER_ROUND).findFirst();
	}

	/** Whether an answer satisfied the CISO; empty while its round is not judged. */
	public Optional<Boolean> isSatisfied(Question question) {
		List<Verdict> since = this.verdicts.stream()
			.filter((verdict) -> verdict.round() >= question.round() && verdict.judgement() != Judgement.NOT_JUDGED)
			.toList();
		return since.isEmpty() ? Optional.empty()
				: Optional.of(since.stream().anyMatch((verdict) -> verdict.satisfied().contains(question.number())));
	}

	/**
	 * What the CISO stated with the first round of questions, or in place of any.
	 *
	 * @param examined what was looked at
	 * @param recommendedTreatment the treatment that the CISO advises
	 * @param conditions on which the CISO would support
	 * @param by who stated it
	 * @param at when
	 */
	public record Statement(@Nullable String examined, @Nullable Treatment recommendedTreatment,
			@Nullable String conditions, String by, Instant at) {
	}

	/**
	 * What a round came to.
	 *
	 * @param round the round; 0 where nothing was asked
	 * @param judgement what it came to
	 * @param satisfied numbers of the questions whose answers satisfied
	 * @param by who judged, or null when time ran out
	 * @param at when
	 */
	public record Verdict(int round, Judgement judgement, Set<Integer> satisfied, @Nullable String by, Instant at) {
	}

}
