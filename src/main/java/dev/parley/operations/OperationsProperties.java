package dev.parley.operations;

import java.time.Duration;

import dev.parley.settings.SettingRefusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of operations.
 *
 * @param heartbeat time from one sign of life of this node in the database to the next;
 * from PT1S to P1D. A node that has given none for three times as long shows as missing
 */
@ConfigurationProperties("parley.operations")
record OperationsProperties(@DefaultValue("PT30S") Duration heartbeat) {

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofDays(1);

	OperationsProperties {
		if (heartbeat.compareTo(SHORTEST) < 0 || heartbeat.compareTo(LONGEST) > 0) {
			throw new SettingRefusal(
					"parley.operations.heartbeat is %s, which is not from a second to a day.".formatted(heartbeat),
					"Set a duration such as PT30S, thirty seconds.");
		}
	}

}
