package dev.parley.riskpage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says days and moments in words, in the organisation's time zone. */
@Component
class Days {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

	private final Clock clock;

	Days(Clock clock) {
		this.clock = clock;
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	LocalDate dateOf(Instant instant) {
		return LocalDate.ofInstant(instant, this.clock.getZone());
	}

	/** A day, such as 24 Dec 2026; null for none. */
	public @Nullable String day(@Nullable LocalDate day) {
		return (day != null) ? DAY.format(day) : null;
	}

	/** The day of an instant; null for none. */
	public @Nullable String dayOf(@Nullable Instant instant) {
		return (instant != null) ? day(dateOf(instant)) : null;
	}

}
