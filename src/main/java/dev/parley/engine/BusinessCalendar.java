package dev.parley.engine;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

import dev.parley.settings.SettingRefusal;

/** Counts business days. */
final class BusinessCalendar {

	private final ZoneId zone;

	private final LocalTime startOfBusiness;

	private final LocalTime closeOfBusiness;

	private final Set<DayOfWeek> weekend;

	private final Set<LocalDate> holidays;

	BusinessCalendar(CalendarProperties properties) {
		this.zone = properties.timeZone();
		this.startOfBusiness = properties.startOfBusiness();
		this.closeOfBusiness = properties.closeOfBusiness();
		this.weekend = properties.weekend();
		this.holidays = properties.holidays();
		if (this.weekend.size() == DayOfWeek.values().length) {
			throw new SettingRefusal("parley.calendar.weekend leaves no business day in the week.",
					"Name the days of the week on which nobody works.");
		}
		if (!this.startOfBusiness.isBefore(this.closeOfBusiness)) {
			throw new SettingRefusal(
					"parley.calendar.start-of-business is %s, which is not before parley.calendar.close-of-business, %s."
						.formatted(this.startOfBusiness, this.closeOfBusiness),
					"Set a time of day for each, such as 09:00 and 18:00.");
		}
	}

	/**
	 * Close of business of the n-th business day after an instant's own day.
	 * @param start when counting starts
	 * @param days number of business days, from 1
	 */
	Instant after(Instant start, int days) {
		LocalDate date = LocalDate.ofInstant(start, this.zone);
		for (int counted = 0; counted < days;) {
			date = date.plusDays(1);
			if (isBusinessDay(date)) {
				counted++;
			}
		}
		return date.atTime(this.closeOfBusiness).atZone(this.zone).toInstant();
	}

	/** Close of business on a day, be it a business day or not. */
	Instant closeOf(LocalDate day) {
		return day.atTime(this.closeOfBusiness).atZone(this.zone).toInstant();
	}

	/** Whether the business of an instant's own day has begun. */
	boolean hasBegun(Instant instant) {
		return !LocalTime.ofInstant(instant, this.zone).isBefore(this.startOfBusiness);
	}

	/** When an instant's own day ends and the next begins. */
	Instant endOfDay(Instant instant) {
		return LocalDate.ofInstant(instant, this.zone).plusDays(1).atStartOfDay(this.zone).toInstant();
	}

	private boolean isBusinessDay(LocalDate date) {
		return !this.weekend.contains(date.getDayOfWeek()) && !this.holidays.contains(date);
	}

}
