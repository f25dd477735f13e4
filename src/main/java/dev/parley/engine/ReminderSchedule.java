package dev.parley.engine;

import java.time.Duration;

import dev.parley.settings.SettingRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Looks for tasks to remind of, again and again while Parley runs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ReminderSchedule implements SchedulingConfigurer {

	private static final Logger LOG = LoggerFactory.getLogger(ReminderSchedule.class);

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private final Reminders reminders;

	private final Duration every;

	ReminderSchedule(Reminders reminders, RemindersProperties properties) {
		this.reminders = reminders;
		this.every = properties.every();
		if (this.every.compareTo(SHORTEST) < 0) {
			throw new SettingRefusal("parley.reminders.every is %s, which is less than a second.".formatted(this.every),
					"Set a duration such as PT1M, a minute.");
		}
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar tasks) {
		tasks.addFixedDelayTask(new FixedDelayTask(this::remind, this.every, this.every));
	}

	/**
	 * A failure, as of the database, is not the last word: the next look finds the same.
	 */
	void remind() {
		try {
			this.reminders.remind();
		}
		catch (RuntimeException ex) {
			LOG.error("People were not reminded of what is due today; it is tried again in {}", this.every, ex);
		}
	}

}
