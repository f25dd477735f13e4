package dev.parley.change;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Looks for what changed under decisions, again and again while Parley runs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ChangeSchedule implements SchedulingConfigurer {

	private static final Logger LOG = LoggerFactory.getLogger(ChangeSchedule.class);

	private final ChangeWatch watch;

	private final OutdatedReviews reviews;

	private final ChangeProperties properties;

	ChangeSchedule(ChangeWatch watch, OutdatedReviews reviews, ChangeProperties properties) {
		this.watch = watch;
		this.reviews = reviews;
		this.properties = properties;
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar tasks) {
		tasks.addFixedDelayTask(new FixedDelayTask(this::look, this.properties.every(), this.properties.every()));
	}

	/**
	 * A failure, as of the database, is not the last word: the next look finds the same.
	 */
	void look() {
		try {
			this.watch.look();
			this.reviews.open();
		}
		catch (RuntimeException ex) {
			LOG.error("What changed under decisions could not be looked for; it is tried again in {}",
					this.properties.every(), ex);
		}
	}

}
