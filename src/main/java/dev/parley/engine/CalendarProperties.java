package dev.parley.engine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The organisation's calendar.
 *
 * @param timeZone zone of all dates and deadlines, a name of the IANA time zone database
 * such as Europe/Paris
 * @param startOfBusiness time of day, such as 08:30, from which people are reminded of
 * what is due that day; before close of business
 * @param closeOfBusiness time of day at which a deadline ends
 * @param weekend days of the week that are no business days, such as FRIDAY,SATURDAY; not
 * all seven
 * @param holidays dates that are no business days, such as 2026-12-25,2027-01-01
 */
@ConfigurationProperties("parley.calendar")
record CalendarProperties(@DefaultValue("Europe/Brussels") ZoneId timeZone,
		@DefaultValue("09:00") LocalTime startOfBusiness, @DefaultValue("18:00") LocalTime closeOfBusiness,
		@DefaultValue( {
				"SATURDAY", "SUNDAY" }) Set<DayOfWeek> weekend,
		@DefaultValue Set<LocalDate> holidays){
}
