package dev.parley.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

/**
 * What is played: {@code demo/cases.yaml}.
 *
 * @param cases the cases, in the order in which they were raised
 */
record Script(List<PlayedCase> cases) {

	private static final ObjectMapper YAML = YAMLMapper.builder().findAndAddModules().build();

	static Script read() {
		try {
			return YAML.readValue(file("cases.yaml").getURL(), Script.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A file of the demo. */
	static ClassPathResource file(String name) {
		return new ClassPathResource("demo/" + name);
	}

	/**
	 * A case that somebody raises; one that an import opens and that is found by its
	 * asset; one that Parley opens on the risk of another case; or the import itself.
	 *
	 * @param name what a later case calls it by, or null
	 * @param raise how it is raised, or null
	 * @param asset the asset whose case was opened by an import, or null
	 * @param follows the name of the case on whose risk it was opened, or null
	 * @param catalog the import, or null
	 * @param steps what happens in the case
	 */
	record PlayedCase(@Nullable String name, @Nullable Step raise, @Nullable String asset, @Nullable String follows,
			@Nullable CatalogImport catalog, List<Step> steps) {
	}

	/**
	 * An import of exploited vulnerabilities.
	 *
	 * @param day how many days ago
	 * @param by who imports
	 * @param file the catalog, beside this script
	 */
	record CatalogImport(int day, String by, String file) {
	}

	/**
	 * Something that happens in a case.
	 *
	 * @param day how many days ago
	 * @param by who does it, or null when it is a deadline
	 * @param form the form that is filled in, or whose deadline passes, or null
	 * @param event the event of a model whose day comes, or null
	 * @param answers what is filled in
	 * @param act what happens
	 */
	record Step(int day, @Nullable String by, @Nullable String form, @Nullable String event,
			Map<String, Object> answers, Act act) {

		@JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
		static Step of(int day, @Nullable String by, @Nullable String form, @Nullable String event,
				@Nullable Map<String, Object> answers, @Nullable Act act) {
			return new Step(day, by, form, event, (answers != null) ? answers : Map.of(),
					(act != null) ? act : Act.FORM);
		}

		String requireBy() {
			return Objects.requireNonNull(this.by, () -> "Who does " + this);
		}

		String requireEvent() {
			return Objects.requireNonNull(this.event, () -> "Which event is it in " + this);
		}

		String requireForm() {
			return Objects.requireNonNull(this.form, () -> "Which form is it in " + this);
		}

	}

	/** What happens in a step. */
	enum Act {

		FORM, DEADLINE_PASSES, DAY_COMES, WITHDRAWAL, RESTATEMENT, REVOCATION, RISK_GONE

	}

}
