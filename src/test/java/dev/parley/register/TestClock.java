package dev.parley.register;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that a test moves. */
final class TestClock extends Clock {

	private static final Instant BEGIN = Instant.parse("2026-11-22T09:00:00Z");

	private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

	private Instant now = BEGIN;

	void reset() {
		this.now = BEGIN;
	}

	void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.now, ZONE);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZONE;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(this.now, zone);
	}

}
