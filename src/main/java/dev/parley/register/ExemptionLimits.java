package dev.parley.register;

import org.jspecify.annotations.Nullable;

/** Looks up the decision table ExemptionLimits in its latest version. */
@FunctionalInterface
public interface ExemptionLimits {

	/**
	 * Looks up the limits at a level.
	 * @param level the level of the risk; null when nobody rated it
	 */
	ExemptionLimit now(@Nullable Level level);

}
