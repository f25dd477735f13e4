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
 * @param timeZone zone of all dates
 * @param startOfBusiness time of day from which people are reminded of what is due
 * @param closeOfBusiness time of day at which a deadline ends
 * @param weekend days of the week that are no business days
 * @param holidays dates that are no business days
 */
@ConfigurationProperties("parley.calendar")
record CalendarProperties(@DefaultValue("Europe/Brussels") ZoneId timeZone,
		@DefaultValue("09:00") LocalTime startOfBusiness, @DefaultValue("18:00") LocalTime closeOfBusiness,
		@DefaultValue( {
				"SATURDAY", "SUNDAY" }) Set<DayOfWeek> weekend,
		@DefaultValue Set<LocalDate> holidays){
}
