package dev.parley.engine.guard;

import dev.parley.settings.SettingRefusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the guards.
 *
 * @param historyDays days for which a diagram must keep its history at least, from the
 * end of a case; 1 or more. It is checked when models are deployed: what was deployed
 * before goes on as it is
 */
@ConfigurationProperties("parley.guard")
public record GuardProperties(@DefaultValue("3650") int historyDays) {

	public GuardProperties {
		if (historyDays < 1) {
			throw new SettingRefusal(
					"parley.guard.history-days is %d, which is less than a day.".formatted(historyDays),
					"Set a number of days, such as 3650, ten years.");
		}
	}

}
