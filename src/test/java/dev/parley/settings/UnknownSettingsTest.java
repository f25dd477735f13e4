package dev.parley.settings;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import dev.parley.settings.KnownSettings.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What becomes of settings that Parley does not have. */
@ExtendWith(OutputCaptureExtension.class)
class UnknownSettingsTest {

	@ParameterizedTest
	@CsvSource({ "parley.calendar.time-zon,parley.calendar.time-zone",
			"parley.calender.timezone,parley.calendar.time-zone", "parley.reminder.every,parley.reminders.every",
			"parley.guard.historydays.,parley.guard.history-days",
			"PARLEY.IDENTITY.PASSWORD_ITERATION,parley.identity.password-iterations" })
	void areRefusedWithWhatWasMeant(String written, String meant) throws IOException {
		assertThatExceptionOfType(SettingRefusal.class).isThrownBy(() -> check(property(written)))
			.withMessageContaining(written + " is no setting of Parley")
			.withMessageNotContaining("secret")
			.satisfies((refusal) -> assertThat(refusal.wayOut()).startsWith("Did you mean " + meant + "?"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "parley.colour", "parley.calendar", "parley.calendar.time-zone.name" })
	void areRefusedWhateverWasMeant(String written) throws IOException {
		assertThatExceptionOfType(SettingRefusal.class).isThrownBy(() -> check(property(written)))
			.satisfies((refusal) -> assertThat(refusal.wayOut()).doesNotContain("Did you mean")
				.contains("docs/settings.md"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "parley.calendar.time-zone", "parley.calendar.timeZone", "parley.calendar.time_zone",
			"Parley.Calendar.TimeZone", "parley.calendar.holidays[0]", "parley.identity.first-administrator.id",
			"parley.identity.oidc.client-id", "parley.identity.oidc.offices.risk-owner[0]", "parleys.colour",
			"other.parley.colour", "spring.datasource.url" })
	void areNotThoseThatBind(String written) {
		assertThatCode(() -> check(property(written))).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource({ "PARLEY_CALENDAR_TIMEZON,PARLEY_CALENDAR_TIMEZONE", "PARLEY_MODEL_LOCATION,PARLEY_MODELS_LOCATION",
			"PARLEY_IDENTITY_FIRST_ADMINISTRATOR_IDS,PARLEY_IDENTITY_FIRSTADMINISTRATOR_ID" })
	void areRefusedAsVariablesThatLookMisspelt(String written, String meant) {
		assertThatExceptionOfType(SettingRefusal.class).isThrownBy(() -> check(variable(written)))
			.satisfies((refusal) -> assertThat(refusal.wayOut()).startsWith("Did you mean " + meant + "?"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PARLEY_SERVICE_HOST", "PARLEY_PORT_8080_TCP_ADDR", "PARLEY_PORT" })
	void arePassedOverAsVariablesOfAPlatform(String written, CapturedOutput output) {
		assertThatCode(() -> check(variable(written))).doesNotThrowAnyException();
		assertThat(output).contains(written + " in the environment is no setting of Parley");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PARLEY_CALENDAR_TIMEZONE", "PARLEY_CALENDAR_TIME_ZONE", "parley_calendar_timezone",
			"PARLEY_CALENDAR_HOLIDAYS_0", "PARLEY", "PATH" })
	void areNotVariablesThatBind(String written, CapturedOutput output) {
		assertThatCode(() -> check(variable(written))).doesNotThrowAnyException();
		assertThat(output).doesNotContain("is no setting");
	}

	@Test
	void areNotTheEntriesOfAMap() {
		KnownSettings known = new KnownSettings(List
			.of(new Setting("parley.groups", "java.util.Map<java.lang.String,java.lang.String>", "Groups", null)));

		assertThat(known.contains("parley.groups.Security-Office")).isTrue();
		assertThat(known.contains("parley.groups[a.b]")).isTrue();
		assertThat(known.containsVariable("PARLEY_GROUPS_SECURITY")).isTrue();
		assertThat(known.contains("parley.groupsies")).isFalse();
	}

	private static void check(PropertySource<?> source) throws IOException {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().forEach((each) -> environment.getPropertySources().remove(each.getName()));
		environment.getPropertySources().addFirst(source);
		UnknownSettings.check(environment, KnownSettings.read(UnknownSettingsTest.class.getClassLoader()));
	}

	private static PropertySource<?> property(String name) {
		return new MapPropertySource("arguments", Map.of(name, "secret"));
	}

	private static PropertySource<?> variable(String name) {
		return new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
				Map.of(name, "secret"));
	}

}
