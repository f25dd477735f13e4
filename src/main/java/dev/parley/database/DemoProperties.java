package dev.parley.database;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the profile demo.
 *
 * @param directory where the embedded database lies
 */
@ConfigurationProperties("parley.demo")
record DemoProperties(@DefaultValue(".parley") Path directory) {
}
