package dev.parley.identity;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Says where people come from, and refuses half a provider before anything else starts.
 */
@Configuration(proxyBeanMethods = false)
class PeopleSourceConfiguration {

	@Bean
	static BeanFactoryPostProcessor providerIsComplete(Environment environment) {
		return (beans) -> Binder.get(environment)
			.bindOrCreate("parley.identity.oidc", OidcProperties.class)
			.check(environment.acceptsProfiles(Profiles.of("demo")));
	}

	@Bean
	PeopleSource peopleSource(IdentityProperties properties) {
		OidcProperties oidc = properties.oidc();
		return oidc.isOn() ? new PeopleSource(oidc.name(), oidc.takesAccessTokens()) : new PeopleSource(null, false);
	}

}
