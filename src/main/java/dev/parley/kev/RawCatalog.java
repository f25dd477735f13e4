package dev.parley.kev;

import java.util.List;
import java.util.Set;

/**
 * The entries of a file, unchecked.
 *
 * @param entries its entries in order
 * @param ignored columns that Parley does not know
 */
record RawCatalog(List<RawEntry> entries, Set<String> ignored) {

	/**
	 * The most entries that a file may hold: thirty times as many as the catalog had in
	 * 2025.
	 */
	static final int MOST_ENTRIES = 50_000;

	static void requireRoom(int entries) {
		if (entries > MOST_ENTRIES) {
			throw new CatalogRefused(
					"The file has more than %d entries, which no catalog of known exploited vulnerabilities has. Nothing was imported."
						.formatted(MOST_ENTRIES));
		}
	}

}
