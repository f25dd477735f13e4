package dev.parley.database;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the profile demo.
 *
 * @param directory folder in which the embedded database lies, made when missing; used in
 * the profile demo only
 */
@ConfigurationProperties("parley.demo")
record DemoProperties(@DefaultValue(".parley") Path directory) {
}
