package dev.parley.engine;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * The clock of the profile demo.
 *
 * @param clockOffset how far every clock is ahead, so that deadlines can be seen to pass,
 * such as P30D or PT12H; in days where no unit is named, 3650 days at most. In the
 * profile demo only
 */
@ConfigurationProperties("parley.demo")
record DemoClockProperties(@DefaultValue("0") @DurationUnit(ChronoUnit.DAYS) Duration clockOffset) {
}
