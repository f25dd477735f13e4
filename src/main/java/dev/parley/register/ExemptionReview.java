package dev.parley.register;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A review of an exemption.
 *
 * @param number 1 for the first
 * @param outdated whether it was opened because what the exemption rests on has changed
 * @param openedAt when
 * @param advice what the CISO advises, or null
 * @param advisedBy who gave the advice, or null
 * @param conclusion what it came to, or null
 */
public record ExemptionReview(int number, boolean outdated, Instant openedAt, @Nullable String advice,
		@Nullable String advisedBy, @Nullable Conclusion conclusion) {

	/**
	 * What a review came to.
	 *
	 * @param outcome what is done
	 * @param endsOn the last day that the owner proposes for a renewal, or null
	 * @param rationale why, or null
	 * @param by who said it, or null where nobody did in time
	 */
	public record Conclusion(Outcome outcome, @Nullable LocalDate endsOn, @Nullable String rationale,
			@Nullable String by) {
	}

	/** What is done with an exemption. */
	public enum Outcome {

		RENEW("Renew"), CLOSE("Close"), LET_EXPIRE("Let expire"),
		/** Nobody reviewed it in time: it is left to expire. */
		NOT_REVIEWED("Not reviewed in time");

		private final String label;

		Outcome(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

}
