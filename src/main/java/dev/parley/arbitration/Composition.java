package dev.parley.arbitration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A composition of the committee that was proposed.
 *
 * @param number its number
 * @param committee who is to sit on it
 * @param proposedBy user id of the chair who proposed it
 * @param proposedAt when
 * @param answer the sponsor's answer; null before there is one
 * @param state what became of it
 */
record Composition(int number, CompositionDraft committee, String proposedBy, Instant proposedAt,
		@Nullable Endorsement answer, State state) {

	/** What became of a composition. */
	enum State {

		PROPOSED("Waits for the executive sponsor"), IN_FORCE("In force"), REPLACED("Replaced by a later one"),
		REFUSED("Refused"), SUPERSEDED("Overtaken by a later proposal");

		private final String label;

		State(String label) {
			this.label = label;
		}

		String label() {
			return this.label;
		}

	}

}
