package dev.parley.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.parley.settings.SettingRefusal;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@ExtendWith(OutputCaptureExtension.class)
class DemoClockTest {

	private static final String DEMO = "spring.profiles.active=demo";

	private final ApplicationContextRunner parley = new ApplicationContextRunner().withBean(EarlyReader.class)
		.withUserConfiguration(Settings.class, DemoClock.class, EngineConfiguration.class);

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@ParameterizedTest
	@CsvSource({ "P30D, P30D", "PT12H, PT12H", "30d, P30D", "30, P30D", "P3650D, P3650D", "0, PT0S", "'', PT0S" })
	void movesEveryClockBeforeAnythingReadsIt(String setting, Duration offset) {
		this.parley.withPropertyValues(DEMO, "parley.demo.clock-offset=" + setting).run((context) -> {
			assertAhead(context.getBean(EarlyReader.class).read, offset);
			assertAhead(context.getBean(Clock.class).instant(), offset);
			assertAhead(ClockUtil.getCurrentTime().toInstant(), offset);
		});
	}

	@Test
	void saysThatTheClockIsMoved(CapturedOutput output) {
		String day = Instant.now().plus(Duration.ofDays(30)).toString().substring(0, 10);

		this.parley.withPropertyValues(DEMO, "parley.demo.clock-offset=P30D")
			.run((context) -> assertThat(output).contains("moved by parley.demo.clock-offset=P30D: it is " + day));
	}

	@Test
	void leavesTheClockAloneWithoutTheSetting(CapturedOutput output) {
		this.parley.withPropertyValues(DEMO).run((context) -> {
			assertAhead(context.getBean(Clock.class).instant(), Duration.ZERO);
			assertThat(output).doesNotContain("clock-offset");
		});
	}

	@Test
	void isRefusedOutsideTheDemo() {
		assertRefused("parley.demo.clock-offset is P30D, and clocks are moved in the profile demo only.",
				this.parley.withPropertyValues("parley.demo.clock-offset=P30D"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "P1M", "a month", "P", "1 week" })
	void isRefusedWhenItIsNoDuration(String setting) {
		assertRefused("parley.demo.clock-offset is %s, which is no duration.".formatted(setting),
				this.parley.withPropertyValues(DEMO, "parley.demo.clock-offset=" + setting));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-P1D", "PT-0.001S", "P3650DT1S", "P100000000000D" })
	void isRefusedWhenItGoesBackOrTooFar(String setting) {
		assertRefused("parley.demo.clock-offset is %s; clocks go ahead, by 3650 days at most.".formatted(setting),
				this.parley.withPropertyValues(DEMO, "parley.demo.clock-offset=" + setting));
	}

	private static void assertRefused(String sentence, ApplicationContextRunner parley) {
		parley.run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).isInstanceOf(SettingRefusal.class).hasMessage(sentence);
		});
		assertAhead(ClockUtil.getCurrentTime().toInstant(), Duration.ZERO);
	}

	private static void assertAhead(Instant read, Duration offset) {
		assertThat(read).isCloseTo(Instant.now().plus(offset), within(1, ChronoUnit.MINUTES));
	}

	/** A bean that is made before the clock, and reads the engine's. */
	static class EarlyReader {

		final Instant read = ClockUtil.getCurrentTime().toInstant();

	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(CalendarProperties.class)
	static class Settings {

	}

}
