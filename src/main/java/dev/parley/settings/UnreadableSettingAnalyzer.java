package dev.parley.settings;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says of a setting of Parley's whose value cannot be read what the value has to be.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UnreadableSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		ConfigurationProperty property = cause.getProperty();
		String name = cause.getName().toString();
		if (property == null || !name.startsWith(KnownSettings.PREFIX)) {
			return null;
		}
		return new FailureAnalysis(
				"%s is %s (%s), which cannot be read.".formatted(name, property.getValue(), property.getOrigin()),
				meaning(name) + "docs/settings.md lists all settings.", cause);
	}

	private static String meaning(String name) {
		try {
			return KnownSettings.read(UnreadableSettingAnalyzer.class.getClassLoader())
				.all()
				.stream()
				.filter((setting) -> setting.takes(name))
				.findFirst()
				.map((setting) -> "Its meaning: %s. ".formatted(setting.description()))
				.orElse("");
		}
		catch (IOException ex) {
			return "";
		}
	}

}
