package dev.parley.register;

import dev.parley.identity.Office;
import org.jspecify.annotations.Nullable;

/**
 * Something of value that a risk endangers.
 *
 * @param id asset id
 * @param name what people call it
 * @param assetClass whom it belongs to
 * @param vendor who makes it
 * @param product what the vendor calls it
 */
public record Asset(String id, String name, AssetClass assetClass, @Nullable String vendor, @Nullable String product) {

	/** The office that decides on risks of this asset. */
	public Office decides() {
		return this.assetClass.decides();
	}

}
