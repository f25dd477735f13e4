package dev.parley.register;

import java.time.Instant;

import dev.parley.identity.Side;
import org.jspecify.annotations.Nullable;

/**
 * What one side said in the attempt to agree on a decision.
 *
 * @param side which side
 * @param outcome what it said
 * @param by who said it, or null when time ran out
 * @param at when
 */
public record Agreement(Side side, Outcome outcome, @Nullable String by, Instant at) {

	/** What a side may say. */
	public enum Outcome {

		STAND("Stands by the decision"), REVISE("Revises the decision"), AGREED("Withdraws the objection"),
		DISAGREEMENT_CONFIRMED("Confirms the disagreement"),
		/** Time ran out, which counts as disagreement. */
		NOT_SOUGHT("Said nothing in time, which counts as disagreement");

		private final String label;

		Outcome(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

}
