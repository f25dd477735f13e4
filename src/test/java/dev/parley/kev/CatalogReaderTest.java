package dev.parley.kev;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.parley.kev.KevFiles.HEADER;
import static dev.parley.kev.KevFiles.csv;
import static dev.parley.kev.KevFiles.entry;
import static dev.parley.kev.KevFiles.json;
import static dev.parley.kev.KevFiles.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is read of a catalog, and what is said of files that are none. */
class CatalogReaderTest {

	static final Path FULL_CATALOG = Path.of("../shared/data/known_exploited_vulnerabilities.csv");

	@Test
	void readsATableAndJsonAlike() {
		Catalog table = read(csv(row("CVE-2026-0001"), row("CVE-2026-0002")));
		Catalog json = read(json(2, entry("CVE-2026-0001"), entry("CVE-2026-0002")));

		assertThat(table.format()).isEqualTo(CatalogFormat.CSV);
		assertThat(json.format()).isEqualTo(CatalogFormat.JSON);
		assertThat(table.entries()).hasSize(2).isEqualTo(json.entries());
		assertThat(table.entries().get(0).name()).isEqualTo("A hole, wide");
		assertThat(table.entries().get(0).cwes()).isEqualTo("CWE-79, CWE-89");
		assertThat(table.faults()).isEmpty();
		assertThat(json.faults()).isEmpty();
	}

	@Test
	void readsWhatIsAllowedToDiffer() {
		Catalog catalog = read("\uFEFF" + HEADER.replace(",notes,cwes", ",newColumn") + "\r\n"
				+ "CVE-2026-12345,Vendor,Product,Name � “x”,2026-01-02,\"Over\ntwo lines\",Act,2026-01-23,,=1+1\r\n\r\n");

		assertThat(catalog.faults()).isEmpty();
		assertThat(catalog.ignored()).containsExactly("newColumn");
		assertThat(catalog.entries()).singleElement().satisfies((entry) -> {
			assertThat(entry.name()).isEqualTo("Name � “x”");
			assertThat(entry.description()).isEqualTo("Over two lines");
			assertThat(entry.notes()).isEmpty();
			assertThat(entry.ransomware()).isFalse();
		});
	}

	static Stream<Arguments> faultyRows() {
		String good = row("CVE-2026-0001");
		return Stream.of(Arguments.of(row("CVE-26-1"), "cveID", "\"CVE-26-1\" is no CVE id such as CVE-2024-12345."),
				Arguments.of(row(" "), "cveID", "A value is missing."),
				Arguments.of(row("cve-2026-0001"), "cveID", "\"cve-2026-0001\" is no CVE id"),
				Arguments.of(row("'; drop table finding; --"), "cveID", "is no CVE id"),
				Arguments.of(good.replace("Vendor", ""), "vendorProject", "A value is missing."),
				Arguments.of(good.replace("Product", "\u00A0\u2003").replace("\u00A0\u2003", "x".repeat(1001)),
						"product", "The value has 1001 characters; 1000 are read at most."),
				Arguments.of(good.replace("2026-01-02", "2026-02-30"), "dateAdded",
						"\"2026-02-30\" is no day of the calendar."),
				Arguments.of(good.replace("2026-01-23", "23.01.2026"), "dueDate",
						"\"23.01.2026\" is no date such as 2026-11-22."),
				Arguments.of(good.replace("2026-01-23", "+12345-01-01"), "dueDate", "is no date"),
				Arguments.of(good.replace("2026-01-23", "0000-01-01"), "dueDate", "is no day of the calendar"),
				Arguments.of(good.replace("Unknown", "Maybe"), "knownRansomwareCampaignUse",
						"\"Maybe\" is neither Known nor Unknown."),
				Arguments.of(good.replace("CWE-79", "CWE-x"), "cwes", "is no list of weaknesses"),
				Arguments.of(good.replace("What it is", "a\u0007b"), "shortDescription",
						"The value has a control character."),
				Arguments.of(good.replace("What it is", "a\u202Eb"), "shortDescription",
						"The value has a control character."),
				Arguments.of(good + ",more", null, "The row has 12 columns, the header 11."),
				Arguments.of("CVE-2026-0001,Vendor", null, "The row has 2 columns, the header 11."),
				Arguments.of(good.replace("wide\"", "wide"), null, "The row has"),
				Arguments.of(row("CVE-2026-0009"), "cveID", "CVE-2026-0009 is in row 2 already, which was taken."));
	}

	@ParameterizedTest
	@MethodSource("faultyRows")
	void leavesAFaultyRowOutAndGoesOn(String faulty, String column, String message) {
		Catalog catalog = read(csv(row("CVE-2026-0009"), faulty, row("CVE-2026-0010")));

		assertThat(catalog.faults()).first().satisfies((fault) -> {
			assertThat(fault.row()).isEqualTo(3);
			assertThat(fault.column()).isEqualTo(column);
			assertThat(fault.message()).contains(message);
		});
		assertThat(catalog.entries()).extracting(KevEntry::cve).containsExactly("CVE-2026-0009", "CVE-2026-0010");
		assertThat(catalog.rows()).isEqualTo(3);
		assertThat(catalog.faultyRows()).isEqualTo(1);
	}

	static Stream<Arguments> faultyEntries() {
		String good = entry("CVE-2026-0001");
		return Stream.of(Arguments.of("17", null, "The entry is no object."),
				Arguments.of("[[1], {}]", null, "The entry is no object."),
				Arguments.of("{}", "cveID", "A value is missing."),
				Arguments.of(good.replace("\"Vendor\"", "7"), "vendorProject", "The value is no text."),
				Arguments.of(good.replace("\"Vendor\"", "null"), "vendorProject", "A value is missing."),
				Arguments.of(good.replace("\"Vendor\"", "{\"a\": [1]}"), "vendorProject", "The value is no text."),
				Arguments.of(good.replace("\"CWE-79\"", "79"), "cwes", "The list has a value that is no text."),
				Arguments.of(good.replace("What it is", "a\\u0000b"), "shortDescription",
						"The value has a control character."),
				Arguments.of(good.replace("What it is", "a\\ud800b"), "shortDescription",
						"The value has a control character."));
	}

	@ParameterizedTest
	@MethodSource("faultyEntries")
	void leavesAFaultyEntryOutAndGoesOn(String faulty, String column, String message) {
		Catalog catalog = read(json(2, faulty, entry("CVE-2026-0010")));

		assertThat(catalog.faults()).first().satisfies((fault) -> {
			assertThat(fault.row()).isEqualTo(1);
			assertThat(fault.column()).isEqualTo(column);
			assertThat(fault.message()).contains(message);
		});
		assertThat(catalog.entries()).extracting(KevEntry::cve).containsExactly("CVE-2026-0010");
	}

	static Stream<Arguments> brokenFiles() throws IOException {
		String good = row("CVE-2026-0001");
		String json = json(1, entry("CVE-2026-0001"));
		return Stream.of(broken("", "The file is empty."), broken(" \r\n\t ", "The file is empty."),
				broken("\uFEFF", "The file is empty."), broken(HEADER, "The file has no entries."),
				broken(HEADER + "\n\n\n", "The file has no entries."),
				broken(good, "The first line of the file does not name the columns"),
				broken(csv(good).replace(',', ';'), "does not name the columns of the catalog, separated by commas"),
				broken(csv(good).replace("dueDate", "due"), "dueDate is missing."),
				broken(csv(good).replace("product", "cveID"), "names the column \"cveID\" twice."),
				broken(csv(good) + "CVE-2026-0002,Vendor,\"Prod", "The file ends within a quoted text"),
				broken(csv(good) + "CVE-2026-0002,Vendor,Prod", "The file ends in the middle of row 3"),
				broken("\"", "The file ends within a quoted text"), broken("a\0b", "has a NUL character"),
				broken(",".repeat(2_000_000), "more columns than any catalog"),
				broken(csv(good) + "x\n".repeat(50_001), "The file has more than 50000 entries"),
				broken("<html><body>Sign in</body></html>", "The file is a web page or XML."),
				Arguments.of(csv(good).getBytes(StandardCharsets.UTF_16), "The file is written in UTF-16."),
				Arguments.of(csv(good).getBytes(StandardCharsets.UTF_16LE), "has a NUL character"),
				Arguments.of(csv(good.replace("Vendor", "Für")).getBytes(StandardCharsets.ISO_8859_1),
						"The file is not written in UTF-8: line 2 has the byte FC."),
				Arguments.of(new byte[] { 'a', (byte) 0xC3 },
						"The file is not written in UTF-8: line 1 has the byte C3."),
				Arguments.of(zipped(csv(good)), "The file is a ZIP archive or a workbook."),
				Arguments.of(gzipped(csv(good)), "The file is compressed."), broken("[1]", "no object with a list"),
				broken("{", "truncated or malformed in line 1"),
				broken(json.substring(0, json.length() - 3), "truncated or malformed in line"),
				broken(json.substring(0, json.length() / 2), "truncated or malformed in line"),
				broken(json + "{}", "Something follows after the end"),
				broken("{\"a\": 1} x", "truncated or malformed"),
				broken("{}", "count, dateReleased, vulnerabilities are missing."),
				broken(json.replace("\"count\": 1", "\"count\": 2"), "says that it has 2 entries, and has 1"),
				broken(json.replace("\"count\": 1", "\"count\": \"1\""), "\"count\" is no whole number."),
				broken(json.replace("\"count\": 1", "\"count\": " + "9".repeat(40)), "\"count\" is no whole number."),
				broken(json.replace("\"count\": 1", "\"count\": " + "9".repeat(4000)), "nested deeper, or has longer"),
				broken(json(0), "The file has no entries."),
				broken(json.replaceAll("(?s)\\[.*\\]", "{}"), "\"vulnerabilities\" is no list."),
				broken(json.replace("\"title\": \"Catalog\"", "\"count\": 1"), "truncated or malformed in line 2"),
				broken("{\"x\": " + "[".repeat(100_000), "nested deeper"),
				broken(json.replace("What it is", "x".repeat(300_000)), "has longer texts, than any catalog"));
	}

	@ParameterizedTest
	@MethodSource("brokenFiles")
	void refusesAFileThatIsBrokenAsAWhole(byte[] content, String message) {
		assertThatExceptionOfType(CatalogRefused.class)
			.isThrownBy(() -> CatalogReader.read(new ByteArrayInputStream(content)))
			.withMessageContaining(message)
			.withMessageEndingWith("Nothing was imported.");
	}

	@Test
	void readsNoMoreThanItTakesOfAFileWithoutEnd() {
		InputStream endless = new InputStream() {

			@Override
			public int read() {
				return 'x';
			}

		};

		assertThatExceptionOfType(CatalogTooLarge.class).isThrownBy(() -> CatalogReader.read(endless))
			.withMessageContaining("larger than 20 MB");
	}

	@Test
	void readsTheFullCatalogWithoutFault() throws IOException {
		Assumptions.assumeTrue(Files.exists(FULL_CATALOG));

		try (InputStream content = Files.newInputStream(FULL_CATALOG)) {
			Catalog catalog = CatalogReader.read(content);

			assertThat(catalog.faults()).isEmpty();
			assertThat(catalog.ignored()).isEmpty();
			assertThat(catalog.entries()).hasSize(1404);
		}
	}

	private static Catalog read(String text) {
		return CatalogReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static Arguments broken(String content, String message) {
		return Arguments.of(content.getBytes(StandardCharsets.UTF_8), message);
	}

	private static byte[] zipped(String content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("kev.csv"));
			zip.write(content.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

	private static byte[] gzipped(String content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(content.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

}
