package dev.parley.engine;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time, as everybody in Parley reads it. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

	@Bean
	Clock clock(CalendarProperties calendar) {
		return new EngineClock(calendar.timeZone());
	}

	@Bean
	BusinessCalendar businessCalendar(CalendarProperties calendar) {
		return new BusinessCalendar(calendar);
	}

}
