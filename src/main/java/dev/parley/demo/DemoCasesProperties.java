package dev.parley.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the cases of the profile demo.
 *
 * @param cases whether a first start plays cases, so that there is something to see
 */
@ConfigurationProperties("parley.demo")
record DemoCasesProperties(@DefaultValue("true") boolean cases) {
}
