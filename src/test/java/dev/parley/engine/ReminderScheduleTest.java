package dev.parley.engine;

import java.time.Duration;

import dev.parley.settings.SettingRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

@ExtendWith(OutputCaptureExtension.class)
class ReminderScheduleTest {

	private final Reminders reminders = mock(Reminders.class);

	@Test
	void logsAFailureAndLooksAgain(CapturedOutput output) {
		willThrow(new DataAccessResourceFailureException("The database is gone")).willDoNothing()
			.given(this.reminders)
			.remind();
		ReminderSchedule schedule = new ReminderSchedule(this.reminders,
				new RemindersProperties(Duration.ofMinutes(1)));

		schedule.remind();
		assertThat(output).contains("tried again in PT1M", "The database is gone");
		schedule.remind();
		then(this.reminders).should(times(2)).remind();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT0.999S", "-PT1M" })
	void refusesToLookWithoutPause(Duration every) {
		assertThatExceptionOfType(SettingRefusal.class)
			.isThrownBy(() -> new ReminderSchedule(this.reminders, new RemindersProperties(every)))
			.withMessage("parley.reminders.every is %s, which is less than a second.", every)
			.matches((refusal) -> refusal.wayOut().contains("PT1M"));
	}

}
