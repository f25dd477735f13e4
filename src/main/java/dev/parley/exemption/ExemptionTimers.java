package dev.parley.exemption;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

import dev.parley.database.StartUp;
import dev.parley.engine.DayTimers;
import dev.parley.register.Exemption;
import dev.parley.register.Exemptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Puts the timers of exemptions right when Parley starts. They were set to moments, by
 * the time zone and its rules as they were then; what counts are the days of the
 * register, in the organisation's zone as it is now. Other deadlines are left alone: they
 * count from when something was asked.
 */
@Component
class ExemptionTimers implements SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(ExemptionTimers.class);

	private final DayTimers timers;

	private final Exemptions exemptions;

	private final Clock clock;

	private final StartUp startUp;

	ExemptionTimers(DayTimers timers, Exemptions exemptions, Clock clock, StartUp startUp) {
		this.timers = timers;
		this.exemptions = exemptions;
		this.clock = clock;
		this.startUp = startUp;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.startUp.run(() -> {
			Map<String, Exemption> live = this.exemptions.live();
			int moved = this.timers.set(ExemptionProcess.KEY,
					(expression, caseId) -> Optional.ofNullable(live.get(caseId))
						.flatMap((exemption) -> moment(expression, exemption)));
			if (moved > 0) {
				LOG.info("Timers of exemptions: {} put right for the time zone {}", moved, this.clock.getZone());
			}
		});
	}

	private Optional<Instant> moment(String expression, Exemption exemption) {
		return ExemptionDays.named(expression, exemption.days())
			.map((day) -> ExemptionDays.beginOf(day, this.clock.getZone()))
			.map(Date::toInstant);
	}

}
