package dev.parley.engine;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of reminders.
 *
 * @param every time from one look for tasks to remind of to the next, a second (PT1S) at
 * least. Each node looks, and each reminder is given once
 */
@ConfigurationProperties("parley.reminders")
record RemindersProperties(@DefaultValue("PT1M") Duration every) {
}
