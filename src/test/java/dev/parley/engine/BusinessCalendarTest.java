package dev.parley.engine;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

import dev.parley.settings.SettingRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BusinessCalendarTest {

	private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

	private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	private static final LocalTime NINE = LocalTime.of(9, 0);

	private static final LocalTime SIX = LocalTime.of(18, 0);

	/** Monday is 2026-11-16; Brussels is one hour ahead of UTC. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a Monday, to the next day       | 2026-11-16T09:00:00Z | 1  | 2026-11-17T17:00:00Z
			a Monday, within the week       | 2026-11-16T09:00:00Z | 4  | 2026-11-20T17:00:00Z
			a Monday, over the weekend      | 2026-11-16T09:00:00Z | 5  | 2026-11-23T17:00:00Z
			a Friday                        | 2026-11-20T09:00:00Z | 1  | 2026-11-23T17:00:00Z
			a Saturday, as if from a Friday | 2026-11-21T09:00:00Z | 1  | 2026-11-23T17:00:00Z
			a Sunday, as if from a Friday   | 2026-11-22T09:00:00Z | 1  | 2026-11-23T17:00:00Z
			a Saturday, over a week         | 2026-11-21T09:00:00Z | 6  | 2026-11-30T17:00:00Z
			two weeks                       | 2026-11-16T09:00:00Z | 10 | 2026-11-30T17:00:00Z
			after close of business         | 2026-11-16T20:00:00Z | 1  | 2026-11-17T17:00:00Z
			""")
	void countsBusinessDaysOnly(String from, Instant start, int days, Instant due) {
		assertThat(calendar().after(start, days)).as(from).isEqualTo(due);
	}

	@Test
	void startsOnTheDayOfTheOrganisationNotOfGreenwich() {
		Instant tuesdayInBrussels = Instant.parse("2026-11-16T23:30:00Z");

		assertThat(calendar().after(tuesdayInBrussels, 1)).isEqualTo("2026-11-18T17:00:00Z");
	}

	@Test
	void skipsHolidays() {
		BusinessCalendar calendar = calendar(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1));

		assertThat(calendar.after(Instant.parse("2026-12-24T09:00:00Z"), 1)).isEqualTo("2026-12-28T17:00:00Z");
		assertThat(calendar.after(Instant.parse("2026-12-24T09:00:00Z"), 5)).isEqualTo("2027-01-04T17:00:00Z");
	}

	@Test
	void skipsAHolidayOnAWeekendOnce() {
		BusinessCalendar calendar = calendar(LocalDate.of(2026, 12, 26));

		assertThat(calendar.after(Instant.parse("2026-12-24T09:00:00Z"), 2)).isEqualTo("2026-12-28T17:00:00Z");
	}

	@Test
	void countsFromAHolidayAsFromTheDayBefore() {
		BusinessCalendar calendar = calendar(LocalDate.of(2026, 12, 25));

		assertThat(calendar.after(Instant.parse("2026-12-25T09:00:00Z"), 1)).isEqualTo("2026-12-28T17:00:00Z");
	}

	/** Summer time in Brussels: from 2026-03-29 to 2026-10-25. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			last day of winter time  | 2026-03-26T09:00:00Z | 1 | 2026-03-27T17:00:00Z
			first day of summer time | 2026-03-27T09:00:00Z | 1 | 2026-03-30T16:00:00Z
			last day of summer time  | 2026-10-22T09:00:00Z | 1 | 2026-10-23T16:00:00Z
			first day of winter time | 2026-10-23T09:00:00Z | 1 | 2026-10-26T17:00:00Z
			""")
	void closesAtTheSameTimeOfDayInSummerAndWinter(String day, Instant start, int days, Instant due) {
		assertThat(calendar().after(start, days)).as(day).isEqualTo(due);
	}

	@Test
	void closesAnHourLaterWhereTheClockSkipsTheCloseOfBusiness() {
		BusinessCalendar calendar = new BusinessCalendar(
				new CalendarProperties(BRUSSELS, LocalTime.MIDNIGHT, LocalTime.of(2, 30), Set.of(), Set.of()));

		assertThat(calendar.after(Instant.parse("2026-03-28T09:00:00Z"), 1)).isEqualTo("2026-03-29T01:30:00Z");
	}

	@Test
	void countsEveryDayWithoutAWeekend() {
		BusinessCalendar calendar = new BusinessCalendar(
				new CalendarProperties(BRUSSELS, NINE, SIX, Set.of(), Set.of()));

		assertThat(calendar.after(Instant.parse("2026-11-20T09:00:00Z"), 2)).isEqualTo("2026-11-22T17:00:00Z");
	}

	@Test
	void keepsAnotherWeekend() {
		BusinessCalendar calendar = new BusinessCalendar(new CalendarProperties(ZoneId.of("Asia/Riyadh"), NINE,
				LocalTime.of(17, 0), Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), Set.of()));

		assertThat(calendar.after(Instant.parse("2026-11-19T09:00:00Z"), 1)).isEqualTo("2026-11-22T14:00:00Z");
	}

	@Test
	void refusesAWeekendThatLastsAllWeek() {
		CalendarProperties properties = new CalendarProperties(BRUSSELS, NINE, SIX, EnumSet.allOf(DayOfWeek.class),
				Set.of());

		assertThatExceptionOfType(SettingRefusal.class).isThrownBy(() -> new BusinessCalendar(properties))
			.withMessage("parley.calendar.weekend leaves no business day in the week.");
	}

	@ParameterizedTest
	@CsvSource({ "18:00, 18:00", "18:00, 09:00" })
	void refusesADayThatEndsBeforeItStarts(LocalTime start, LocalTime close) {
		CalendarProperties properties = new CalendarProperties(BRUSSELS, start, close, Set.of(), Set.of());

		assertThatExceptionOfType(SettingRefusal.class).isThrownBy(() -> new BusinessCalendar(properties))
			.withMessage(
					"parley.calendar.start-of-business is %s, which is not before parley.calendar.close-of-business, %s."
						.formatted(start, close))
			.matches((refusal) -> refusal.wayOut().contains("09:00 and 18:00"));
	}

	@Test
	void tellsWhetherBusinessHasBegunByTheOrganisationsClock() {
		assertThat(calendar().hasBegun(Instant.parse("2026-11-16T07:59:59Z"))).isFalse();
		assertThat(calendar().hasBegun(Instant.parse("2026-11-16T08:00:00Z"))).isTrue();
		assertThat(calendar().hasBegun(Instant.parse("2026-11-16T22:59:59Z"))).isTrue();
		assertThat(calendar().hasBegun(Instant.parse("2026-11-16T23:00:00Z"))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-16T08:00:00Z, 2026-11-16T23:00:00Z", "2026-11-16T23:00:00Z, 2026-11-17T23:00:00Z",
			"2026-03-29T08:00:00Z, 2026-03-29T22:00:00Z" })
	void endsADayAtTheOrganisationsMidnight(Instant instant, Instant end) {
		assertThat(calendar().endOfDay(instant)).isEqualTo(end);
	}

	private static BusinessCalendar calendar(LocalDate... holidays) {
		return new BusinessCalendar(new CalendarProperties(BRUSSELS, NINE, SIX, SATURDAY_AND_SUNDAY, Set.of(holidays)));
	}

}
