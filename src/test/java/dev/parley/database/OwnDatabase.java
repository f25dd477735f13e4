package dev.parley.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

/**
 * A real PostgreSQL with Parley's schema, for tests that need the register and no engine.
 */
public final class OwnDatabase implements AutoCloseable {

	private final EmbeddedPostgres server;

	private final HikariDataSource application = new HikariDataSource();

	private OwnDatabase(EmbeddedPostgres server) {
		this.server = server;
		this.application.setDataSource(server.getPostgresDatabase());
	}

	/** Starts it, with nothing in its tables. */
	public static OwnDatabase start() {
		try {
			EmbeddedPostgres server = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
			Flyway.configure()
				.dataSource(server.getPostgresDatabase())
				.javaMigrations(new EngineSchemaMigration())
				.placeholders(Map.of("applicationRole", "postgres"))
				.load()
				.migrate();
			return new OwnDatabase(server);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public DataSource dataSource() {
		return this.application;
	}

	@Override
	public void close() {
		this.application.close();
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
