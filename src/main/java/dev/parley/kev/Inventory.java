package dev.parley.kev;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.parley.register.Asset;

/**
 * Finds the assets that have a product of the catalog. Names are compared as
 * {@link PlainName} makes them.
 */
final class Inventory {

	private final Map<String, List<Listed>> byVendor = new HashMap<>();

	private final List<Listed> anyVendor = new ArrayList<>();

	private final Map<Named, Set<Asset>> found = new HashMap<>();

	Inventory(List<Asset> assets) {
		assets.forEach((asset) -> asset.products()
			.stream()
			.map((product) -> new Listed(asset, new StarPattern(PlainName.ofVendorPattern(product.vendor())),
					new StarPattern(PlainName.ofProductPattern(product.product()))))
			.filter(Listed::isNamed)
			.forEach(this::list));
	}

	private void list(Listed listed) {
		if (listed.vendor().hasStar()) {
			this.anyVendor.add(listed);
		}
		else {
			this.byVendor.computeIfAbsent(listed.vendor().pattern(), (vendor) -> new ArrayList<>()).add(listed);
		}
	}

	/** The assets that have the product of an entry, each once. */
	Set<Asset> having(KevEntry entry) {
		return this.found.computeIfAbsent(
				new Named(PlainName.ofVendor(entry.vendor()), PlainName.ofProduct(entry.product())), this::find);
	}

	private Set<Asset> find(Named named) {
		Set<Asset> assets = new LinkedHashSet<>();
		Stream
			.concat(this.byVendor.getOrDefault(named.vendor(), List.of()).stream(),
					this.anyVendor.stream().filter((listed) -> listed.vendor().matches(named.vendor())))
			.filter((listed) -> listed.product().matches(named.product()))
			.forEach((listed) -> assets.add(listed.asset()));
		return assets;
	}

	private record Named(String vendor, String product) {
	}

	private record Listed(Asset asset, StarPattern vendor, StarPattern product) {

		/** A name without letter, digit or star names nothing. */
		boolean isNamed() {
			return !this.vendor.pattern().isEmpty() && !this.product.pattern().isEmpty();
		}

	}

}
