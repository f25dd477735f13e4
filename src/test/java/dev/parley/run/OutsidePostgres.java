package dev.parley.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL that somebody else runs, with the two roles of docs/operators.md. */
final class OutsidePostgres implements AutoCloseable {

	static final String ADMINISTRATOR = "chief";

	static final String PASSWORD = "Long-enough-1";

	private final EmbeddedPostgres server;

	OutsidePostgres() throws IOException {
		this.server = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
		as("postgres", "postgres").sql("create role parley_owner login").update();
		as("postgres", "postgres").sql("create role parley_app login").update();
	}

	/** Makes an empty database that parley_owner owns. */
	OutsidePostgres with(String database) {
		as("postgres", "postgres").sql("create database " + database + " owner parley_owner").update();
		return this;
	}

	/** Works on a database as a role. */
	JdbcClient as(String role, String database) {
		return JdbcClient.create(this.server.getDatabase(role, database));
	}

	/** What Parley has to know to run on a database. */
	Map<String, String> settings(String database) {
		Map<String, String> settings = new HashMap<>();
		settings.put("SPRING_DATASOURCE_URL",
				"jdbc:postgresql://localhost:%d/%s".formatted(this.server.getPort(), database));
		settings.put("SPRING_DATASOURCE_USERNAME", "parley_app");
		settings.put("SPRING_FLYWAY_USER", "parley_owner");
		settings.put("PARLEY_IDENTITY_FIRSTADMINISTRATOR_ID", ADMINISTRATOR);
		settings.put("PARLEY_IDENTITY_FIRSTADMINISTRATOR_PASSWORD", PASSWORD);
		return settings;
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
