package dev.parley.arbitration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The executive sponsor's answer to a composition.
 *
 * @param outcome what the sponsor said
 * @param reason why; always there when it was refused
 * @param by user id of the sponsor
 * @param at when
 */
record Endorsement(Outcome outcome, @Nullable String reason, String by, Instant at) {

	/** What the sponsor says to a composition. */
	enum Outcome {

		ENDORSED, REFUSED

	}

}
