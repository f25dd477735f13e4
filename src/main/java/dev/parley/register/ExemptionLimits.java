package dev.parley.register;

import org.jspecify.annotations.Nullable;

/** Looks up the decision table ExemptionLimits of the models that a case runs on. */
@FunctionalInterface
public interface ExemptionLimits {

	/**
	 * Looks up the limits at a level.
	 * @param level the level of the risk; null when nobody rated it
	 * @param models the deployment whose table counts; where that has none, the latest
	 * one does
	 */
	ExemptionLimit of(@Nullable Level level, String models);

}
