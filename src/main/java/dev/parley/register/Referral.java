package dev.parley.register;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A case that was handed up.
 *
 * @param number 1 for the first of its case
 * @param to who is to rule
 * @param reason why
 * @param decision number of the decision that waits for confirmation; null when there is
 * none
 * @param at when
 * @param state what became of it
 */
public record Referral(int number, Authority to, Reason reason, @Nullable Integer decision, Instant at, State state) {

	/** Why it was handed up: the words after "because". */
	public String because() {
		if (this.reason != Reason.OVERDUE) {
			return this.reason.words();
		}
		return (this.decision == null) ? "no decision was taken in time"
				: "the CISO gave no opinion on decision %d in time".formatted(this.decision);
	}

	/** What became of a referral. */
	public enum State {

		OPEN("Waiting for a ruling"), REPLACED("Replaced by a decision"), WITHDRAWN("Withdrawn with the case"),
		RULED("Settled by a ruling");

		private final String label;

		State(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

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

		CONFLICT("An objection stands", "the CISO's objection stands"),
		AUTHORITY("Beyond the owner's right", "the decision is beyond the owner's own right"),
		OVERDUE("Time ran out", "time ran out");

		private final String label;

		private final String words;

		Reason(String label, String words) {
			this.label = label;
			this.words = words;
		}

		public String label() {
			return this.label;
		}

		String words() {
			return this.words;
		}

	}

}
