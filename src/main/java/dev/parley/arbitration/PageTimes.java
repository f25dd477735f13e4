package dev.parley.arbitration;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says moments in words, in the organisation's time zone. */
@Component
class PageTimes {

	private final DateTimeFormatter moment;

	private final DateTimeFormatter day;

	PageTimes(Clock clock) {
		this.moment = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(clock.getZone());
		this.day = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(clock.getZone());
	}

	@Nullable String moment(@Nullable Instant instant) {
		return (instant != null) ? this.moment.format(instant) : null;
	}

	String day(Instant instant) {
		return this.day.format(instant);
	}

}
