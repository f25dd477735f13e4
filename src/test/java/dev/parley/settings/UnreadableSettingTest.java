package dev.parley.settings;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is said of a value that cannot be read. */
class UnreadableSettingTest {

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			textBlock = """
					parley.calendar.time-zone; Nowhere; java.time.ZoneId; Its meaning: zone of all dates and deadlines
					parley.guard.history-days; ten; java.lang.Integer; Its meaning: days for which a diagram must keep its history
					parley.reminders.every; often; java.time.Duration; Its meaning: time from one look for tasks""")
	void isSaidWithWhatTheValueHasToBe(String name, String value, Class<?> type, String meaning) {
		FailureAnalysis analysis = new UnreadableSettingAnalyzer().analyze(failure(name, value, type));

		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).startsWith(name + " is " + value).endsWith("cannot be read.");
		assertThat(analysis.getAction()).startsWith(meaning).contains("docs/settings.md");
	}

	@ParameterizedTest
	@ValueSource(strings = { "server.port", "parleys.colour" })
	void isLeftToSpringBootWhenItIsNotParleys(String name) {
		assertThat(new UnreadableSettingAnalyzer().analyze(failure(name, "often", Integer.class))).isNull();
	}

	private static BindException failure(String name, String value, Class<?> type) {
		Binder binder = Binder.get(new MockEnvironment().withProperty(name, value));
		return catchThrowableOfType(BindException.class, () -> binder.bind(name, Bindable.of(type)));
	}

}
