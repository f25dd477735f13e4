package dev.parley.register;

/**
 * A product that an asset is made of, or a pattern for several: a star stands for any
 * characters, or none.
 *
 * @param vendor who makes it
 * @param product what the vendor calls it
 */
public record AssetProduct(String vendor, String product) {

	/** The product as people name it. */
	public String name() {
		return this.vendor + " " + this.product;
	}

}
