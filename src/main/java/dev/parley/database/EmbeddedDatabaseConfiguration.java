package dev.parley.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** The embedded server where there is the profile demo, and two roles on it. */
class EmbeddedDatabaseConfiguration {

	private static final String URL = "spring.datasource.url";

	@Configuration(proxyBeanMethods = false)
	@Profile("demo")
	@ConditionalOnClass(EmbeddedPostgres.class)
	static class Present {

		@Bean(destroyMethod = "close")
		EmbeddedDatabase embeddedDatabase(DemoProperties demo, Environment environment) {
			refuseConfigured(environment);
			return EmbeddedDatabase.start(demo.directory());
		}

		@Bean
		JdbcConnectionDetails applicationConnection(EmbeddedDatabase database) {
			return new ApplicationConnection(database.jdbcUrl());
		}

		@Bean
		FlywayConnectionDetails ownerConnection(EmbeddedDatabase database) {
			return new OwnerConnection(database.jdbcUrl());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Profile("demo")
	@ConditionalOnMissingClass("io.zonky.test.db.postgres.embedded.EmbeddedPostgres")
	static class Absent {

		@Bean
		JdbcConnectionDetails applicationConnection(Environment environment) {
			refuseConfigured(environment);
			throw new DatabaseRefusal(
					"The packaged jar has no embedded database, and the profile demo runs on no other.",
					"Start the demo with mvn spring-boot:run, or the jar without the profile demo.");
		}

	}

	private static void refuseConfigured(Environment environment) {
		String configured = environment.getProperty(URL);
		if (configured != null) {
			throw DatabaseGate.notMadeByDemo(configured);
		}
	}

	private record ApplicationConnection(String jdbcUrl) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return EmbeddedDatabase.APPLICATION;
		}

		@Override
		public String getPassword() {
			return "";
		}

		@Override
		public String getJdbcUrl() {
			return this.jdbcUrl;
		}

	}

	private record OwnerConnection(String jdbcUrl) implements FlywayConnectionDetails {

		@Override
		public String getUsername() {
			return EmbeddedDatabase.OWNER;
		}

		@Override
		public @Nullable String getPassword() {
			return "";
		}

		@Override
		public String getJdbcUrl() {
			return this.jdbcUrl;
		}

	}

}
