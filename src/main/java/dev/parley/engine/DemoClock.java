package dev.parley.engine;

import java.time.Duration;

import dev.parley.settings.SettingRefusal;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Moves the engine's clock, and with it everybody's, before any bean can read it. In the
 * demo only: elsewhere records bear the true time.
 */
@Configuration(proxyBeanMethods = false)
class DemoClock {

	private static final Logger LOG = LoggerFactory.getLogger(DemoClock.class);

	private static final String OFFSET = "parley.demo.clock-offset";

	private static final Duration FARTHEST = Duration.ofDays(3650);

	private static final String WAY_OUT = "Set a duration such as P30D, thirty days, or PT12H, twelve hours.";

	@Bean
	static BeanFactoryPostProcessor moveClock(Environment environment) {
		return (beans) -> {
			Duration offset = offset(environment);
			if (!offset.isZero()) {
				check(offset, environment);
				ClockUtil.offset(offset.toMillis());
				LOG.warn("Every clock of this demo is moved by {}={}: it is {} here", OFFSET, value(environment),
						ClockUtil.getCurrentTime().toInstant());
			}
		};
	}

	private static Duration offset(Environment environment) {
		try {
			return Binder.get(environment).bindOrCreate("parley.demo", DemoClockProperties.class).clockOffset();
		}
		catch (BindException ex) {
			throw new SettingRefusal("%s is %s, which is no duration.".formatted(OFFSET, value(environment)), WAY_OUT);
		}
	}

	private static void check(Duration offset, Environment environment) {
		if (!environment.acceptsProfiles(Profiles.of("demo"))) {
			throw new SettingRefusal(
					"%s is %s, and clocks are moved in the profile demo only.".formatted(OFFSET, value(environment)),
					"Start without it, or start the demo with mvn spring-boot:run.");
		}
		if (offset.isNegative() || offset.compareTo(FARTHEST) > 0) {
			throw new SettingRefusal("%s is %s; clocks go ahead, by %d days at most.".formatted(OFFSET,
					value(environment), FARTHEST.toDays()), WAY_OUT);
		}
	}

	private static String value(Environment environment) {
		return environment.getRequiredProperty(OFFSET);
	}

}
