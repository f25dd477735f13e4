package dev.parley.register;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A question of the challenge.
 *
 * @param number 1 for the first of its case
 * @param round 1 for the first round
 * @param text the question
 * @param askedBy who asked
 * @param askedAt when
 * @param state where it stands
 * @param answer the answer, once given
 */
public record Question(int number, int round, String text, String askedBy, Instant askedAt, State state,
		@Nullable Answer answer) {

	/** Where a question stands. */
	public enum State {

		OPEN("Open"), ANSWERED("Answered"),
		/** Time ran out; the missing answer stays on the record. */
		UNANSWERED("Unanswered");

		private final String label;

		State(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	/**
	 * An answer.
	 *
	 * @param text the answer
	 * @param evidenceLink where to find what supports it
	 * @param by who answered
	 * @param at when
	 */
	public record Answer(String text, @Nullable String evidenceLink, String by, Instant at) {
	}

}
