package dev.parley.arbitration;

import java.time.Instant;
import java.util.List;

import dev.parley.register.Referral.Authority;
import org.jspecify.annotations.Nullable;

/**
 * What was ruled on a case that was handed up.
 *
 * @param number 1 for the first of its referral; a second one comes of an appeal
 * @param by who ruled
 * @param outcome what was ruled
 * @param decision number of the decision that it is about; null when the owner has not
 * decided in time
 * @param round the round of votes that it comes from; null when the chief risk officer
 * ruled
 * @param reasons the reasons of the chief risk officer; a committee's are with its votes
 * @param givenBy the chief risk officer who ruled; null for the committee
 * @param at when
 * @param state what became of it
 * @param conditions what it asks for
 */
record Ruling(int number, Authority by, Outcome outcome, @Nullable Integer decision, @Nullable Integer round,
		@Nullable String reasons, @Nullable String givenBy, Instant at, State state, List<Condition> conditions) {

	/** What may be ruled. */
	enum Outcome {

		UPHOLD_DECISION("The decision is upheld"), UPHOLD_OBJECTION("The decision is not confirmed"),
		IMPOSE_CONDITIONS("Conditions are imposed");

		private final String label;

		Outcome(String label) {
			this.label = label;
		}

		String label() {
			return this.label;
		}

	}

	/** What became of a ruling. */
	enum State {

		GIVEN("Waiting to be acknowledged"), IN_FORCE("In force"), SET_ASIDE("Set aside on appeal");

		private final String label;

		State(String label) {
			this.label = label;
		}

		String label() {
			return this.label;
		}

	}

}
