package dev.parley.kev;

import java.util.List;
import java.util.Set;

/**
 * A catalog that was read and checked.
 *
 * @param format how it was written
 * @param sha256 digest of the file, in hexadecimal digits
 * @param rows how many entries the file has, faulty ones included
 * @param entries the entries without fault, of each vulnerability the first
 * @param faults what is wrong with the others
 * @param ignored columns that Parley does not know
 */
record Catalog(CatalogFormat format, String sha256, int rows, List<KevEntry> entries, List<RowFault> faults,
		Set<String> ignored) {

	int faultyRows() {
		return this.rows - this.entries.size();
	}

}
