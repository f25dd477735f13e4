package dev.parley.register;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The CISO's opinion on a decision.
 *
 * @param outcome what it came to
 * @param opinion the opinion, or null when time ran out
 * @param givenBy who gave it, or null when time ran out
 * @param at when it was given, or found missing
 */
public record Assurance(Outcome outcome, @Nullable Opinion opinion, @Nullable String givenBy, Instant at) {

	/** What the opinion comes to. */
	public enum Outcome {

		ASSURED("Assured"), OBJECTED("Objected"),
		/** Time ran out; never counts as assurance. */
		NOT_GIVEN("Not given in time");

		private final String label;

		Outcome(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	/**
	 * The opinion.
	 *
	 * @param objects whether the CISO objects to the decision
	 * @param informed whether the decision was informed
	 * @param defensible whether it can be defended
	 * @param words the opinion in words
	 */
	public record Opinion(boolean objects, boolean informed, boolean defensible, String words) {

		Outcome outcome() {
			return this.objects ? Outcome.OBJECTED : Outcome.ASSURED;
		}

	}

}
