package dev.parley.insight;

import java.time.Duration;

import dev.parley.settings.SettingRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the metrics.
 *
 * @param user user name with which Prometheus reads /actuator/prometheus by HTTP Basic;
 * no user of Parley has to be called so
 * @param password password of that user name. Without one nobody reads the metrics
 * @param refresh time from one reading of the figures for the metrics to the next, a
 * second (PT1S) at least
 */
@ConfigurationProperties("parley.metrics")
record MetricsProperties(@DefaultValue("prometheus") String user, @Nullable String password,
		@DefaultValue("PT15S") Duration refresh) {

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	MetricsProperties {
		if (refresh.compareTo(SHORTEST) < 0) {
			throw new SettingRefusal("parley.metrics.refresh is %s, which is less than a second.".formatted(refresh),
					"Set a duration such as PT15S, fifteen seconds.");
		}
	}

}
