package dev.parley.kev;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the catalog as a table: commas, quotes, a header that names the columns. */
final class CsvCatalog {

	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
		.setIgnoreEmptyLines(false)
		.setTrailingData(true)
		.get();

	/** More than fit into as many rows as are read at most. */
	private static final int MOST_COMMAS = 1_500_000;

	private final List<String> columns;

	private final Set<String> ignored = new LinkedHashSet<>();

	private CsvCatalog(CSVRecord header) {
		this.columns = header.stream().map(String::strip).toList();
		Set<String> seen = new LinkedHashSet<>();
		for (String column : this.columns) {
			if (!seen.add(column)) {
				throw new CatalogRefused("The header of the file names the column \"%s\" twice. Nothing was imported."
					.formatted(EntryRules.shortened(column)));
			}
			if (KevField.of(column).isEmpty()) {
				this.ignored.add(EntryRules.shortened(column));
			}
		}
		List<String> missing = KevField.required()
			.map(KevField::column)
			.filter((column) -> !seen.contains(column))
			.toList();
		if (!missing.isEmpty()) {
			throw new CatalogRefused(
					"The first line of the file does not name the columns of the catalog, separated by commas: %s %s missing. Nothing was imported."
						.formatted(String.join(", ", missing), (missing.size() == 1) ? "is" : "are"));
		}
	}

	/**
	 * The entries of a table.
	 * @throws CatalogRefused when it is broken as a whole
	 */
	static RawCatalog read(String text) {
		if (text.chars().filter((letter) -> letter == ',').limit(MOST_COMMAS + 1L).count() > MOST_COMMAS) {
			throw new CatalogRefused("The file has more columns than any catalog. Nothing was imported.");
		}
		try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
			Iterator<CSVRecord> records = parser.iterator();
			CsvCatalog catalog = new CsvCatalog(records.next());
			return catalog.entries(records, text.endsWith("\n") || text.endsWith("\r"));
		}
		catch (UncheckedIOException | IOException ex) {
			throw new CatalogRefused(
					"The file ends within a quoted text: it is truncated, or a quote is missing. Nothing was imported.");
		}
	}

	private RawCatalog entries(Iterator<CSVRecord> records, boolean lastLineIsWhole) {
		List<RawEntry> entries = new ArrayList<>();
		while (records.hasNext()) {
			CSVRecord row = records.next();
			if (isBlank(row)) {
				continue;
			}
			if (row.size() < this.columns.size() && !records.hasNext() && !lastLineIsWhole) {
				throw new CatalogRefused("The file ends in the middle of row %d: it is truncated. Nothing was imported."
					.formatted(row.getRecordNumber()));
			}
			entries.add(entry(row));
			RawCatalog.requireRoom(entries.size());
		}
		return new RawCatalog(entries, this.ignored);
	}

	private static boolean isBlank(CSVRecord row) {
		return row.size() == 1 && row.get(0).isBlank();
	}

	private RawEntry entry(CSVRecord row) {
		int number = (int) row.getRecordNumber();
		if (row.size() != this.columns.size()) {
			return new RawEntry(number, Map.of(),
					List.of(new RowFault(number, null,
							"The row has %d columns, the header %d. Is a quote missing, or a comma not quoted?"
								.formatted(row.size(), this.columns.size()))));
		}
		Map<KevField, String> values = new EnumMap<>(KevField.class);
		for (int index = 0; index < row.size(); index++) {
			Optional<KevField> field = KevField.of(this.columns.get(index));
			if (field.isPresent()) {
				values.put(field.get(), row.get(index));
			}
		}
		return new RawEntry(number, values, List.of());
	}

}
