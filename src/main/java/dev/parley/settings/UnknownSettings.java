package dev.parley.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Refuses a setting that Parley does not have: a misspelt one would be passed over in
 * silence, and what it was to change would stay as it is. Variables of the environment
 * are refused only when they look misspelt, because platforms add some of their own, such
 * as {@code PARLEY_SERVICE_HOST}.
 */
@Configuration(proxyBeanMethods = false)
class UnknownSettings {

	private static final Logger LOG = LoggerFactory.getLogger(UnknownSettings.class);

	private static final String VARIABLE_PREFIX = "PARLEY_";

	private static final String ALL = "docs/settings.md lists all settings.";

	@Bean
	static BeanFactoryPostProcessor refuseUnknownSettings(ConfigurableEnvironment environment) {
		return (beans) -> {
			try {
				check(environment, KnownSettings.read(UnknownSettings.class.getClassLoader()));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		};
	}

	static void check(ConfigurableEnvironment environment, KnownSettings known) {
		sources(environment).forEach((source) -> {
			for (String name : source.getPropertyNames()) {
				if (source instanceof SystemEnvironmentPropertySource) {
					checkVariable(name, known);
				}
				else if (name.toLowerCase(Locale.ROOT).startsWith(KnownSettings.PREFIX) && !known.contains(name)) {
					throw refusal(name, origin(source, name), known.nearest(name));
				}
			}
		});
	}

	private static void checkVariable(String name, KnownSettings known) {
		if (!name.toUpperCase(Locale.ROOT).startsWith(VARIABLE_PREFIX) || known.containsVariable(name)) {
			return;
		}
		Optional<String> meant = known.nearestVariable(name);
		if (meant.isPresent()) {
			throw refusal(name, "variable of the environment", meant);
		}
		LOG.warn("{} in the environment is no setting of Parley, and is passed over; {}", name, ALL);
	}

	/** It names no value: that might be a password. */
	private static SettingRefusal refusal(String name, String where, Optional<String> meant) {
		return new SettingRefusal("%s is no setting of Parley (%s).".formatted(name, where),
				meant.map((nearest) -> "Did you mean %s? ".formatted(nearest)).orElse("Leave it out. ") + ALL);
	}

	private static Stream<EnumerablePropertySource<?>> sources(ConfigurableEnvironment environment) {
		return environment.getPropertySources()
			.stream()
			.flatMap((source) -> (source instanceof EnumerablePropertySource<?> listed) ? Stream.of(listed)
					: Stream.empty());
	}

	private static String origin(EnumerablePropertySource<?> source, String name) {
		Origin origin = OriginLookup.getOrigin(source, name);
		return (origin != null) ? origin.toString() : source.getName();
	}

}
