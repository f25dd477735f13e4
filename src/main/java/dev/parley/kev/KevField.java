package dev.parley.kev;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of the catalog, as its schema names them. */
enum KevField {

	CVE("cveID", true, 60), VENDOR("vendorProject", true, 300), PRODUCT("product", true, 1000),
	NAME("vulnerabilityName", true, 1000), DATE_ADDED("dateAdded", true, 60),
	DESCRIPTION("shortDescription", true, 8000), REQUIRED_ACTION("requiredAction", true, 8000),
	DUE_DATE("dueDate", true, 60), RANSOMWARE("knownRansomwareCampaignUse", false, 60), NOTES("notes", false, 8000),
	CWES("cwes", false, 1000);

	private final String column;

	private final boolean required;

	private final int longest;

	KevField(String column, boolean required, int longest) {
		this.column = column;
		this.required = required;
		this.longest = longest;
	}

	/** Its name in the file. */
	String column() {
		return this.column;
	}

	/** Whether each entry has to give it. */
	boolean isRequired() {
		return this.required;
	}

	/** The longest value, in characters. */
	int longest() {
		return this.longest;
	}

	static Optional<KevField> of(String column) {
		return Arrays.stream(values()).filter((field) -> field.column.equals(column)).findFirst();
	}

	static Stream<KevField> required() {
		return Arrays.stream(values()).filter(KevField::isRequired);
	}

}
