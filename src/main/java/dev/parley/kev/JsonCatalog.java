package dev.parley.kev;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** Reads the catalog as JSON, by its published schema. */
final class JsonCatalog {

	private static final JsonFactory JSON = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder()
			.maxNestingDepth(20)
			.maxStringLength(200_000)
			.maxNumberLength(100)
			.maxNameLength(200)
			.build())
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private static final Set<String> REQUIRED = Set.of("catalogVersion", "dateReleased", "count", "vulnerabilities");

	private static final String NOTHING = " Nothing was imported.";

	private final JsonParser parser;

	private final List<RawEntry> entries = new ArrayList<>();

	private final Set<String> ignored = new LinkedHashSet<>();

	private final Set<String> seen = new HashSet<>();

	private long count;

	private JsonCatalog(JsonParser parser) {
		this.parser = parser;
	}

	/**
	 * The entries of a catalog.
	 * @throws CatalogRefused when it is broken as a whole, or no catalog
	 */
	static RawCatalog read(String text) {
		try (JsonParser parser = JSON.createParser(text)) {
			return new JsonCatalog(parser).read();
		}
		catch (StreamConstraintsException ex) {
			throw new CatalogRefused("The JSON is nested deeper, or has longer texts, than any catalog." + NOTHING);
		}
		catch (JsonProcessingException ex) {
			throw new CatalogRefused("The JSON cannot be read: it is truncated or malformed in line %d, column %d.%s"
				.formatted(ex.getLocation().getLineNr(), ex.getLocation().getColumnNr(), NOTHING));
		}
		catch (IOException ex) {
			throw new CatalogRefused("The JSON cannot be read." + NOTHING);
		}
	}

	private RawCatalog read() throws IOException {
		if (this.parser.nextToken() != JsonToken.START_OBJECT) {
			throw new CatalogRefused("The JSON is no object with a list \"vulnerabilities\"." + NOTHING);
		}
		while (this.parser.nextToken() == JsonToken.FIELD_NAME) {
			String name = this.parser.currentName();
			this.parser.nextToken();
			property(name);
		}
		if (this.parser.nextToken() != null) {
			throw new CatalogRefused("Something follows after the end of the JSON." + NOTHING);
		}
		requireWhole();
		return new RawCatalog(this.entries, this.ignored);
	}

	private void property(String name) throws IOException {
		this.seen.add(name);
		switch (name) {
			case "count" -> this.count = wholeNumber();
			case "vulnerabilities" -> vulnerabilities();
			default -> this.parser.skipChildren();
		}
	}

	private long wholeNumber() throws IOException {
		if (this.parser.currentToken() != JsonToken.VALUE_NUMBER_INT
				|| this.parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
			throw new CatalogRefused("\"count\" is no whole number." + NOTHING);
		}
		return this.parser.getLongValue();
	}

	private void vulnerabilities() throws IOException {
		if (this.parser.currentToken() != JsonToken.START_ARRAY) {
			throw new CatalogRefused("\"vulnerabilities\" is no list." + NOTHING);
		}
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			this.entries.add(entry(this.entries.size() + 1));
			RawCatalog.requireRoom(this.entries.size());
		}
	}

	private RawEntry entry(int row) throws IOException {
		if (this.parser.currentToken() != JsonToken.START_OBJECT) {
			this.parser.skipChildren();
			return new RawEntry(row, Map.of(), List.of(new RowFault(row, null, "The entry is no object.")));
		}
		Map<KevField, String> values = new EnumMap<>(KevField.class);
		List<RowFault> faults = new ArrayList<>();
		while (this.parser.nextToken() == JsonToken.FIELD_NAME) {
			String name = this.parser.currentName();
			this.parser.nextToken();
			Optional<KevField> field = KevField.of(name);
			if (field.isPresent()) {
				value(row, field.get(), faults).ifPresent((value) -> values.put(field.get(), value));
			}
			else {
				this.ignored.add(EntryRules.shortened(name));
				this.parser.skipChildren();
			}
		}
		return new RawEntry(row, values, faults);
	}

	/** A text, or in the list of weaknesses several, which are joined by commas. */
	private Optional<String> value(int row, KevField field, List<RowFault> faults) throws IOException {
		JsonToken token = this.parser.currentToken();
		if (token == JsonToken.VALUE_STRING) {
			return Optional.of(this.parser.getText());
		}
		if (token == JsonToken.VALUE_NULL) {
			return Optional.empty();
		}
		if (field == KevField.CWES && token == JsonToken.START_ARRAY) {
			return Optional.of(String.join(", ", texts(row, faults)));
		}
		this.parser.skipChildren();
		faults.add(new RowFault(row, field.column(), "The value is no text."));
		return Optional.empty();
	}

	private List<String> texts(int row, List<RowFault> faults) throws IOException {
		List<String> texts = new ArrayList<>();
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			if (this.parser.currentToken() == JsonToken.VALUE_STRING) {
				texts.add(this.parser.getText());
			}
			else {
				this.parser.skipChildren();
				faults.add(new RowFault(row, KevField.CWES.column(), "The list has a value that is no text."));
			}
		}
		return texts;
	}

	private void requireWhole() {
		List<String> missing = REQUIRED.stream().filter((name) -> !this.seen.contains(name)).sorted().toList();
		if (!missing.isEmpty()) {
			throw new CatalogRefused("The JSON is no catalog: %s %s missing.%s".formatted(String.join(", ", missing),
					(missing.size() == 1) ? "is" : "are", NOTHING));
		}
		if (this.count != this.entries.size()) {
			throw new CatalogRefused("The file says that it has %d entries, and has %d: it is not whole.%s"
				.formatted(this.count, this.entries.size(), NOTHING));
		}
	}

}
