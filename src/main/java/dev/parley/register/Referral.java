package dev.parley.register;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A case that was handed up.
 *
 * @param to who is to rule
 * @param reason why
 * @param decision number of the decision that waits for confirmation; null when there is
 * none
 * @param at when
 * @param replaced whether a decision came before the ruling
 */
public record Referral(Authority to, Reason reason, @Nullable Integer decision, Instant at, boolean replaced) {

	/** Who rules. */
	public enum Authority {

		COMMITTEE("steering committee"), CRO("chief risk officer");

		private final String label;

		Authority(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	/** Why a case is handed up. */
	public enum Reason {

		CONFLICT("the CISO's objection stands"), AUTHORITY("the decision is beyond the owner's own right"),
		OVERDUE("time ran out");

		private final String words;

		Reason(String words) {
			this.words = words;
		}

		/** The words after "because". */
		public String words() {
			return this.words;
		}

	}

}
