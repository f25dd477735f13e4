package dev.parley.register;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What was said of the compensating controls of an exemption.
 *
 * @param number 1 for the first
 * @param state what their owner says
 * @param evidenceLink what shows it, or null
 * @param remark what the owner adds, or null
 * @param by who said it, or null where nobody did in time
 * @param at when
 * @param check what the CISO says of it, or null
 */
public record Attestation(int number, State state, @Nullable String evidenceLink, @Nullable String remark,
		@Nullable String by, Instant at, @Nullable Check check) {

	/** What the owner of the controls says. */
	public enum State {

		IN_PLACE("In place"), NOT_IN_PLACE("Not in place"), NOT_GIVEN("Not attested in time");

		private final String label;

		State(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	/**
	 * What the CISO says of an attestation.
	 *
	 * @param outcome whether it is confirmed
	 * @param reasoning why, or null
	 * @param by who said it, or null where nobody did in time
	 * @param at when
	 */
	public record Check(Outcome outcome, @Nullable String reasoning, @Nullable String by, Instant at) {
	}

	/** Whether an attestation is confirmed. */
	public enum Outcome {

		CONFIRMED("Confirmed"), FAILED("Failed"), NOT_VERIFIED("Not verified in time");

		private final String label;

		Outcome(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

}
