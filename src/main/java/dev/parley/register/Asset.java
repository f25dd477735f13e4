package dev.parley.register;

import java.util.List;
import java.util.stream.Collectors;

import dev.parley.identity.Office;

/**
 * Something of value that a risk endangers.
 *
 * @param id asset id
 * @param name what people call it
 * @param assetClass whom it belongs to
 * @param products what it is made of
 */
public record Asset(String id, String name, AssetClass assetClass, List<AssetProduct> products) {

	/** The office that decides on risks of this asset. */
	public Office decides() {
		return this.assetClass.decides();
	}

	/** The names of its products in a line, which is empty where none is known. */
	public String productNames() {
		return this.products.stream().map(AssetProduct::name).collect(Collectors.joining(", "));
	}

}
