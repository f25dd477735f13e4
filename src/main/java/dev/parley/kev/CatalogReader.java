package dev.parley.kev;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Reads a catalog, as CSV or as JSON. A file that is broken as a whole is refused as a
 * whole; a faulty row is left out, and the rest goes on.
 */
final class CatalogReader {

	private CatalogReader() {
	}

	/**
	 * Reads a catalog.
	 * @throws CatalogRefused when it is broken as a whole, or no catalog
	 * @throws CatalogTooLarge when it is larger than any catalog
	 */
	static Catalog read(InputStream content) {
		byte[] bytes = bytes(content);
		String text = CatalogText.of(bytes);
		CatalogFormat format = format(text);
		RawCatalog raw = (format == CatalogFormat.JSON) ? JsonCatalog.read(text) : CsvCatalog.read(text);
		if (raw.entries().isEmpty()) {
			throw new CatalogRefused("The file has no entries. Nothing was imported.");
		}
		return checked(format, sha256(bytes), raw);
	}

	private static byte[] bytes(InputStream content) {
		try {
			byte[] bytes = content.readNBytes(CatalogTooLarge.MOST_BYTES + 1);
			if (bytes.length > CatalogTooLarge.MOST_BYTES) {
				throw new CatalogTooLarge();
			}
			return bytes;
		}
		catch (IOException ex) {
			throw new CatalogRefused("The file did not arrive whole. Nothing was imported. Send it again.");
		}
	}

	private static CatalogFormat format(String text) {
		char first = text.stripLeading().charAt(0);
		if (first == '<') {
			throw new CatalogRefused(
					"The file is a web page or XML. Take the CSV or JSON file as it is published. Nothing was imported.");
		}
		return (first == '{' || first == '[') ? CatalogFormat.JSON : CatalogFormat.CSV;
	}

	private static Catalog checked(CatalogFormat format, String sha256, RawCatalog raw) {
		List<KevEntry> entries = new ArrayList<>();
		List<RowFault> faults = new ArrayList<>();
		Map<String, Integer> rows = new HashMap<>();
		for (RawEntry row : raw.entries()) {
			EntryRules.check(row, faults).ifPresent((entry) -> {
				Integer earlier = rows.putIfAbsent(entry.cve(), row.row());
				if (earlier == null) {
					entries.add(entry);
				}
				else {
					faults.add(new RowFault(row.row(), KevField.CVE.column(),
							"%s is in row %d already, which was taken.".formatted(entry.cve(), earlier)));
				}
			});
		}
		return new Catalog(format, sha256, raw.entries().size(), entries, faults, raw.ignored());
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
