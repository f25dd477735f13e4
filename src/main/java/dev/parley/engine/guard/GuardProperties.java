package dev.parley.engine.guard;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the guards.
 *
 * @param historyDays days for which history is kept at least, from the end of a case
 */
@ConfigurationProperties("parley.guard")
public record GuardProperties(@DefaultValue("3650") int historyDays) {
}
