package dev.parley.register;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A decision of a case.
 *
 * @param number 1 for the first of its case
 * @param content what was decided
 * @param decidedBy who decided
 * @param decidedAt when
 * @param band band of the level that it was routed by
 * @param revises number of the decision that it revises after an objection, or null
 * @param inForce whether it is in force
 */
public record Decision(int number, DecisionDraft content, String decidedBy, Instant decidedAt, Band band,
		@Nullable Integer revises, boolean inForce) {

	/** Whether it came out of the attempt to agree, of which there is only one. */
	public boolean isRevision() {
		return this.revises != null;
	}

}
