package dev.parley.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the models are.
 *
 * @param location a folder or a place on the classpath that holds {@code processes/} and
 * {@code forms/}, such as {@code file:/srv/parley/}
 */
@ConfigurationProperties("parley.models")
record ModelsProperties(@DefaultValue("classpath:models/") String location) {
}
