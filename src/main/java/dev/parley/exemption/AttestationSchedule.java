package dev.parley.exemption;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When compensating controls are attested first: after the interval of the level, and
 * half-way through an exemption that is shorter than two of them, so that each is
 * attested while it lasts.
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
		long half = ChronoUnit.DAYS.between(granted, end) / 2;
		return granted.plusDays(Math.max(1, Math.min(interval, half)));
	}

}
