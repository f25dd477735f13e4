package dev.parley.register;

import org.jspecify.annotations.Nullable;

/**
 * How much risk the organisation wants, tolerates and can bear, as levels.
 *
 * @param appetite up to here a risk is wanted
 * @param tolerance up to here it is borne with open eyes
 * @param capacity up to here it can be borne at all
 */
public record Appetite(Level appetite, Level tolerance, Level capacity) {

	public Appetite {
		if (!rises(appetite, tolerance, capacity)) {
			throw new IllegalArgumentException(
					"RiskAppetite must rise from appetite to tolerance to capacity, not %s, %s, %s".formatted(appetite,
							tolerance, capacity));
		}
	}

	/** Whether these can be the limits of an appetite. */
	public static boolean rises(Level appetite, Level tolerance, Level capacity) {
		return appetite.compareTo(tolerance) <= 0 && tolerance.compareTo(capacity) <= 0;
	}

	/**
	 * The band of a level. An unknown level counts as above tolerance: what nobody rated,
	 * nobody may take lightly.
	 */
	public Band bandOf(@Nullable Level level) {
		if (level == null) {
			return Band.ABOVE_TOLERANCE;
		}
		if (level.compareTo(this.appetite) <= 0) {
			return Band.WITHIN_APPETITE;
		}
		if (level.compareTo(this.tolerance) <= 0) {
			return Band.WITHIN_TOLERANCE;
		}
		return (level.compareTo(this.capacity) <= 0) ? Band.ABOVE_TOLERANCE : Band.ABOVE_CAPACITY;
	}

}
