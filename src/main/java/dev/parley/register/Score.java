package dev.parley.register;

/**
 * A point on the scales.
 *
 * @param likelihood 1 (very unlikely) to 5 (almost certain)
 * @param impact 1 (negligible) to 5 (severe)
 */
public record Score(int likelihood, int impact) {

	/** Whether likelihood or impact is lower than in another score. */
	boolean isLowerThan(Score other) {
		return this.likelihood < other.likelihood || this.impact < other.impact;
	}
}
