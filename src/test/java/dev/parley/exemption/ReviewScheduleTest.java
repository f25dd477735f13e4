package dev.parley.exemption;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReviewScheduleTest {

	private static final LocalDate GRANTED = LocalDate.of(2026, 11, 22);

	@ParameterizedTest
	@CsvSource({ "365, 45, 320", "91, 45, 46", "90, 45, 45", "89, 45, 45", "60, 45, 30", "2, 45, 1", "1, 45, 1",
			"0, 45, 0", "-7, 45, -7", "10, 1, 9" })
	void beginsBeforeTheLastDayAndTakesHalfOfTheTimeAtMost(int last, int lead, int begins) {
		assertThat(ReviewSchedule.beforeEnd(GRANTED, GRANTED.plusDays(last), lead)).isEqualTo(GRANTED.plusDays(begins));
	}

	@ParameterizedTest
	@CsvSource({ "100, 200, 100", "200, 200, 200", "300, 200, 200", "0, 200, 200", "-1, 200, 200", "1, 200, 1" })
	void beginsFirstOnTheNamedDayUnlessThatIsPastOrNoEarlier(int named, int beforeEnd, int first) {
		assertThat(ReviewSchedule.first(GRANTED, GRANTED.plusDays(named), GRANTED.plusDays(beforeEnd)))
			.isEqualTo(GRANTED.plusDays(first));
	}

	@ParameterizedTest
	@CsvSource({ "100, 100, 200, 200", "50, 100, 200, 100", "150, , 200, 200", "199, 200, 200, 200", "200, 200, 200,",
			"250, , 200,", "101, 100, 200, 200" })
	void isFollowedByAnotherUntilTheOneBeforeTheLastDay(int today, @Nullable Integer planned, int beforeEnd,
			@Nullable Integer next) {
		assertThat(ReviewSchedule.next(day(today), (planned != null) ? day(planned) : null, day(beforeEnd)))
			.isEqualTo((next != null) ? day(next) : null);
	}

	@Test
	void reviewsAnExemptionOfOneDayOnThatDayAndNeverAgain() {
		LocalDate last = GRANTED.plusDays(1);
		LocalDate beforeEnd = ReviewSchedule.beforeEnd(GRANTED, last, 30);

		assertThat(ReviewSchedule.first(GRANTED, last, beforeEnd)).isEqualTo(last);
		assertThat(ReviewSchedule.next(last, last, beforeEnd)).isNull();
	}

	private static LocalDate day(int days) {
		return GRANTED.plusDays(days);
	}

}
