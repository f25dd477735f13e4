package dev.parley.kev;

/** A file is larger than any catalog. */
class CatalogTooLarge extends CatalogRefused {

	/** The largest file in bytes: some thirty times the catalog of 2025. */
	static final int MOST_BYTES = 20 * 1024 * 1024;

	CatalogTooLarge() {
		super("The file is larger than %d MB, the most that is imported; the catalog itself has about 1 MB. Nothing was imported."
			.formatted(MOST_BYTES / 1024 / 1024));
	}

}
