package dev.parley.settings;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * Parley's own settings, as the compiler wrote them down from the configuration records.
 *
 * @param all every setting, by name
 */
record KnownSettings(List<Setting> all) {

	static final String PREFIX = "parley.";

	static final String METADATA = "META-INF/spring-configuration-metadata.json";

	private static final int TYPING_ERRORS = 3;

	private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(TYPING_ERRORS);

	/** Reads them from the classpath, where each library has such a file for its own. */
	static KnownSettings read(ClassLoader loader) throws IOException {
		List<Setting> found = new ArrayList<>();
		ObjectMapper json = new ObjectMapper();
		for (URL file : Collections.list(loader.getResources(METADATA))) {
			String content = new String(file.openStream().readAllBytes(), StandardCharsets.UTF_8);
			if (content.contains('"' + PREFIX)) {
				settings(json.readTree(content)).forEach(found::add);
			}
		}
		return new KnownSettings(found.stream().sorted(Comparator.comparing(Setting::name)).toList());
	}

	private static Stream<Setting> settings(JsonNode metadata) {
		return StreamSupport.stream(metadata.path("properties").spliterator(), false)
			.filter((property) -> property.path("name").asText().startsWith(PREFIX))
			.map((property) -> new Setting(property.path("name").asText(), property.path("type").asText(),
					property.path("description").asText(), defaultOf(property)));
	}

	/** A list is written there in brackets. */
	private static @Nullable String defaultOf(JsonNode property) {
		JsonNode value = property.path("defaultValue");
		return value.isMissingNode() ? null : value.asText().replaceAll("^\\[|]$", "").replace(", ", ",");
	}

	/**
	 * Whether a property of a file or an argument, however it is written, is one of them.
	 */
	boolean contains(String property) {
		return this.all.stream().anyMatch((setting) -> setting.takes(property));
	}

	/** Whether a variable of the environment is one of them. */
	boolean containsVariable(String variable) {
		return this.all.stream().anyMatch((setting) -> setting.takesVariable(variable));
	}

	/** What somebody may have meant who wrote a property with typing errors. */
	Optional<String> nearest(String property) {
		return nearest((setting) -> Setting.uniform(setting.name()), Setting.uniform(property)).map(Setting::name);
	}

	/** What somebody may have meant who wrote a variable with typing errors. */
	Optional<String> nearestVariable(String variable) {
		return nearest(Setting::variable, variable.toUpperCase(Locale.ROOT)).map(Setting::variable);
	}

	private Optional<Setting> nearest(Function<Setting, String> form, String written) {
		return this.all.stream()
			.filter((setting) -> DISTANCE.apply(form.apply(setting), written) >= 0)
			.min(Comparator.comparing((setting) -> DISTANCE.apply(form.apply(setting), written)));
	}

	/**
	 * A setting.
	 *
	 * @param name its name as a property
	 * @param type its Java type
	 * @param description what it means, and its bounds
	 * @param standard its default, or null where there is none
	 */
	record Setting(String name, String type, String description, @Nullable String standard) {

		/** Its name as a variable of the environment. */
		String variable() {
			return this.name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
		}

		boolean takes(String property) {
			String written = uniform(property);
			return written.equals(uniform(this.name)) || (isMap() && written.startsWith(uniform(this.name) + "."));
		}

		/** The variable may have an index, and underscores for hyphens too. */
		boolean takesVariable(String variable) {
			String written = variable.toUpperCase(Locale.ROOT).replaceFirst("(_\\d+)(_.*)?$", "");
			String hyphens = this.name.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
			return written.equals(variable()) || written.equals(hyphens)
					|| (isMap() && written.startsWith(variable() + "_"));
		}

		private boolean isMap() {
			return this.type.startsWith("java.util.Map");
		}

		/** As Spring Boot compares names: no hyphens, no capitals, no index. */
		static String uniform(String property) {
			return property.replaceFirst("\\[.*$", "").replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
		}

	}

}
