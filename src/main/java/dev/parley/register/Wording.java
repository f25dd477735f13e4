package dev.parley.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import dev.parley.identity.Office;
import dev.parley.identity.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Persons and days in words. */
@Component
public class Wording {

	private final People people;

	private final Clock clock;

	Wording(People people, Clock clock) {
		this.people = people;
		this.clock = clock;
	}

	/** The name of a person; null for nobody. */
	public @Nullable String name(@Nullable String user) {
		return (user != null) ? this.people.nameOf(user) : null;
	}

	/**
	 * The office or the person that an action is given to, as it is offered for a choice.
	 */
	public String owner(String owner) {
		return Office.ofGroup(owner)
			.map((office) -> office.label() + " (office)")
			.orElseGet(() -> this.people.nameOf(owner));
	}

	/** The day of an instant in the organisation's time zone, such as 2026-12-24. */
	public String day(Instant instant) {
		return LocalDate.ofInstant(instant, this.clock.getZone()).toString();
	}

}
