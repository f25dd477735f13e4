package dev.parley.insight;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the metrics.
 *
 * @param user who may read them
 * @param password that user's password; without one, nobody may
 * @param refresh time from one reading of the figures to the next
 */
@ConfigurationProperties("parley.metrics")
record MetricsProperties(@DefaultValue("prometheus") String user, @Nullable String password,
		@DefaultValue("PT15S") Duration refresh) {

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	MetricsProperties {
		if (refresh.compareTo(SHORTEST) < 0) {
			throw new IllegalArgumentException(
					"parley.metrics.refresh is %s, which is less than a second. Set a duration such as PT15S."
						.formatted(refresh));
		}
	}

}
