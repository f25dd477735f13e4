package dev.parley.exemption;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AttestationScheduleTest {

	private static final LocalDate GRANTED = LocalDate.of(2026, 11, 22);

	@ParameterizedTest
	@CsvSource({ "365, 90, 90", "91, 90, 90", "90, 90, 45", "60, 90, 30", "3, 90, 1", "1, 90, 1", "0, 90, 1" })
	void beginsAfterTheIntervalOrHalfWayThroughAShorterTime(int last, int interval, int first) {
		assertThat(AttestationSchedule.first(GRANTED, GRANTED.plusDays(last), interval))
			.isEqualTo(GRANTED.plusDays(first));
	}

}
