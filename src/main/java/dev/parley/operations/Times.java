package dev.parley.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations, as an operator reads them. */
final class Times {

	private static final int DOUBLE = 2;

	private final DateTimeFormatter format;

	Times(Clock clock) {
		this.format = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(clock.getZone());
	}

	String at(Instant instant) {
		return this.format.format(instant);
	}

	/** A duration in its largest unit of which there are two at least. */
	static String span(Duration duration) {
		Duration length = duration.abs();
		if (length.toDays() >= DOUBLE) {
			return length.toDays() + " days";
		}
		if (length.toHours() >= DOUBLE) {
			return length.toHours() + " hours";
		}
		if (length.toMinutes() >= DOUBLE) {
			return length.toMinutes() + " minutes";
		}
		return length.toSeconds() + ((length.toSeconds() == 1) ? " second" : " seconds");
	}

}
