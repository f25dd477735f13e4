package dev.parley.exemption;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When compensating controls are attested first: after the interval of the level, and
 * half-way through an exemption that is over by then, so that each is attested while it
 * lasts.
 */
final class AttestationSchedule {

	private AttestationSchedule() {
	}

	/**
	 * When the controls are attested first.
	 * @param granted the first day
	 * @param end the last day
	 * @param interval how often they are attested, in days
	 */
	static LocalDate first(LocalDate granted, LocalDate end, int interval) {
		long days = ChronoUnit.DAYS.between(granted, end);
		return granted.plusDays((interval < days) ? interval : Math.max(1, days / 2));
	}

}
