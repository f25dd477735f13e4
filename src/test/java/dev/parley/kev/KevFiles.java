package dev.parley.kev;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Catalogs for tests, in both formats. */
final class KevFiles {

	static final String HEADER = "cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,requiredAction,dueDate,knownRansomwareCampaignUse,notes,cwes";

	private KevFiles() {
	}

	static String csv(String... rows) {
		return HEADER + "\n" + Arrays.stream(rows).map((row) -> row + "\n").collect(Collectors.joining());
	}

	static String row(String cve) {
		return row(cve, "Vendor", "Product");
	}

	static String row(String cve, String vendor, String product) {
		return row(cve, vendor, product, "Unknown");
	}

	static String row(String cve, String vendor, String product, String ransomware) {
		return "%s,%s,%s,\"A hole, wide\",2026-01-02,What it is,Apply updates,2026-01-23,%s,https://example.org,\"CWE-79, CWE-89\""
			.formatted(cve, vendor, product, ransomware);
	}

	static String json(int count, String... entries) {
		return """
				{"title": "Catalog", "catalogVersion": "2026.01.02", "dateReleased": "2026-01-02T00:00:00Z",
				 "count": %d, "vulnerabilities": [%s]}""".formatted(count, String.join(",\n", entries));
	}

	static String entry(String cve) {
		return """
				{"cveID": "%s", "vendorProject": "Vendor", "product": "Product", "vulnerabilityName": "A hole, wide",
				 "dateAdded": "2026-01-02", "shortDescription": "What it is", "requiredAction": "Apply updates",
				 "dueDate": "2026-01-23", "knownRansomwareCampaignUse": "Unknown", "notes": "https://example.org",
				 "cwes": ["CWE-79", "CWE-89"]}""".formatted(cve);
	}

}
