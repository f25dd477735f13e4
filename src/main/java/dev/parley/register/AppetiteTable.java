package dev.parley.register;

import java.util.Optional;

/** Looks up the decision table RiskAppetite of one deployment of the models. */
@FunctionalInterface
public interface AppetiteTable {

	/**
	 * Looks up an appetite.
	 * @param models the deployment whose table counts
	 * @return the appetite; empty where that table has no row for it, or one that does
	 * not rise from appetite to capacity
	 */
	Optional<Appetite> of(AssetClass assetClass, Category category, String models);

}
