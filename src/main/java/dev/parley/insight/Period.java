package dev.parley.insight;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

import dev.parley.submission.SubmissionRefused;
import org.jspecify.annotations.Nullable;

/**
 * The days that figures are about.
 *
 * @param from first day, or null for all time before
 * @param to last day, or null for all time after
 */
record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

	static final Period ALL_TIME = new Period(null, null);

	private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

	private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd")
		.withResolverStyle(ResolverStyle.STRICT);

	/**
	 * Reads the two days; blank is absent.
	 * @throws SubmissionRefused when one is no date, or they are the wrong way round
	 */
	static Period read(@Nullable String from, @Nullable String to) {
		Period period = new Period(date("from", from), date("to", to));
		if (period.start().isAfter(period.end())) {
			throw new SubmissionRefused(
					"The period ends (to=%s) before it begins (from=%s). Swap the two.".formatted(to, from));
		}
		return period;
	}

	private static @Nullable LocalDate date(String name, @Nullable String value) {
		if (value == null || value.isBlank()) {
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(value.strip(), DATE);
			if (date.isBefore(FIRST) || date.isAfter(LAST)) {
				throw noDate(name, value);
			}
			return date;
		}
		catch (DateTimeParseException ex) {
			throw noDate(name, value);
		}
	}

	private static SubmissionRefused noDate(String name, String value) {
		return new SubmissionRefused("%s=%s is no date. Write it like 2026-12-31.".formatted(name, value));
	}

	/** The instant that it begins with. */
	OffsetDateTime begin(ZoneId zone) {
		return start().atStartOfDay(zone).toOffsetDateTime();
	}

	/** The first instant after it. */
	OffsetDateTime end(ZoneId zone) {
		return end().plusDays(1).atStartOfDay(zone).toOffsetDateTime();
	}

	private LocalDate start() {
		return (this.from != null) ? this.from : FIRST;
	}

	private LocalDate end() {
		return (this.to != null) ? this.to : LAST;
	}

}
