package dev.parley.database;

import java.util.Map;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Tells Flyway which role the application works as, so that it can be given its rights.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	@Bean
	FlywayConfigurationCustomizer applicationRole(JdbcConnectionDetails application) {
		return (flyway) -> flyway
			.placeholders(Map.of("applicationRole", quoted(String.valueOf(application.getUsername()))));
	}

	@Bean
	EngineSchemaMigration engineSchemaMigration() {
		return new EngineSchemaMigration();
	}

	/** Says that no database is configured before anything else fails for it. */
	@Bean
	@Profile("!demo")
	static BeanFactoryPostProcessor databaseRequired(Environment environment) {
		return (beans) -> {
			if (!StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
				throw new DatabaseRefusal("No database is configured.",
						"Set SPRING_DATASOURCE_URL (jdbc:postgresql://host/database), SPRING_DATASOURCE_USERNAME and"
								+ " SPRING_DATASOURCE_PASSWORD, or start the demo with mvn spring-boot:run.");
			}
		};
	}

	private static String quoted(String role) {
		return '"' + role.replace("\"", "\"\"") + '"';
	}

}
