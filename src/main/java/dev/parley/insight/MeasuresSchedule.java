package dev.parley.insight;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** Reads the figures for the metrics, at the start, and again and again. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class MeasuresSchedule {

	@Bean
	LatestMeasures latestMeasures(Figures figures) {
		return new LatestMeasures(() -> figures.of(Period.ALL_TIME), System::nanoTime);
	}

	@Bean
	SchedulingConfigurer measuresReading(LatestMeasures latest, MetricsProperties properties) {
		return (tasks) -> tasks
			.addFixedDelayTask(new FixedDelayTask(latest::refresh, properties.refresh(), properties.refresh()));
	}

}
