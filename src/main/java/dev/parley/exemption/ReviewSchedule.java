package dev.parley.exemption;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * When an exemption is reviewed: on the day that the decision named, and once more before
 * its last day. The review before the last day takes half of the exemption's time at
 * most.
 */
final class ReviewSchedule {

	private ReviewSchedule() {
	}

	/**
	 * When the review before the last day begins.
	 * @param granted the first day
	 * @param end the last day
	 * @param lead how long before the last day, in days
	 */
	static LocalDate beforeEnd(LocalDate granted, LocalDate end, int lead) {
		return end.minusDays(Math.min(lead, Math.max(0, ChronoUnit.DAYS.between(granted, end)) / 2));
	}

	/**
	 * When the first review begins.
	 * @param named the day that the decision named
	 * @param beforeEnd when the review before the last day begins
	 */
	static LocalDate first(LocalDate today, LocalDate named, LocalDate beforeEnd) {
		return (named.isAfter(today) && named.isBefore(beforeEnd)) ? named : beforeEnd;
	}

	/**
	 * When the next review begins, once one is opened today.
	 * @param planned when one would have begun, or null
	 * @param beforeEnd when the review before the last day begins
	 * @return the day; null when this one is the last
	 */
	static @Nullable LocalDate next(LocalDate today, @Nullable LocalDate planned, LocalDate beforeEnd) {
		if (!today.isBefore(beforeEnd)) {
			return null;
		}
		return (planned != null && planned.isAfter(today)) ? planned : beforeEnd;
	}

}
