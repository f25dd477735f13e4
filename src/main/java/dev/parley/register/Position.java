package dev.parley.register;

import java.time.Instant;

import dev.parley.identity.Side;
import org.jspecify.annotations.Nullable;

/**
 * What one side thinks of a risk.
 *
 * @param side whose position it is
 * @param statement what was stated, or null when time ran out
 * @param statedBy who stated it
 * @param at when it was stated, or found missing
 * @param verified whether it is the score that the CISO verified after a treatment, which
 * holds for both sides
 */
public record Position(Side side, @Nullable Statement statement, @Nullable String statedBy, Instant at,
		boolean verified) {

	public boolean isMissing() {
		return this.statement == null;
	}

	/**
	 * The content of a position.
	 *
	 * @param current the risk as it is
	 * @param residual the risk after the planned measures
	 * @param reasoning why
	 * @param costOfDelay what waiting costs (IT)
	 * @param threat who or what would cause it (security)
	 * @param evidence what supports it (security)
	 * @param requestedBy who asked for a lower position (security)
	 */
	public record Statement(Score current, Score residual, String reasoning, @Nullable String costOfDelay,
			@Nullable String threat, @Nullable String evidence, @Nullable String requestedBy) {

		/** Whether any score is lower than in another statement. */
		public boolean isLowerThan(Statement other) {
			return this.current.isLowerThan(other.current) || this.residual.isLowerThan(other.residual);
		}

	}

}
