package dev.parley.casepage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says days, moments and persons in words, in the organisation's time zone. */
@Component
class Words {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

	private final DateTimeFormatter moment;

	Words(Clock clock) {
		this.moment = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(clock.getZone());
	}

	/** A date such as {@code 2026-11-22} in words; other texts as they are. */
	public @Nullable String day(@Nullable Object date) {
		if (date == null) {
			return null;
		}
		try {
			return DAY.format(LocalDate.parse(date.toString()));
		}
		catch (DateTimeParseException ex) {
			return date.toString();
		}
	}

	public @Nullable String moment(@Nullable Instant instant) {
		return (instant != null) ? this.moment.format(instant) : null;
	}

	/** Who and on which day; what is unknown is left out. */
	public String signed(@Nullable Object who, @Nullable Object day) {
		return Stream.of(Optional.ofNullable(who).map(Object::toString), Optional.ofNullable(day(day)))
			.flatMap(Optional::stream)
			.collect(Collectors.joining(", "));
	}

}
