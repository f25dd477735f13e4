package dev.parley.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the models are.
 *
 * @param location folder or place on the classpath that holds processes/ and forms/, such
 * as file:/srv/parley/
 */
@ConfigurationProperties("parley.models")
record ModelsProperties(@DefaultValue("classpath:models/") String location) {
}
