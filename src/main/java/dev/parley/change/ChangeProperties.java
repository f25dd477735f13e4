package dev.parley.change;

import java.time.Duration;

import dev.parley.settings.SettingRefusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the watch over what decisions rest on.
 *
 * @param every time from one look at what has changed under decisions in force to the
 * next, a second (PT1S) at least. Each node looks; each change is noticed once, and leads
 * to one review
 */
@ConfigurationProperties("parley.changes")
record ChangeProperties(@DefaultValue("PT1M") Duration every) {

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	ChangeProperties {
		if (every.compareTo(SHORTEST) < 0) {
			throw new SettingRefusal("parley.changes.every is %s, which is less than a second.".formatted(every),
					"Set a duration such as PT1M, a minute.");
		}
	}

}
