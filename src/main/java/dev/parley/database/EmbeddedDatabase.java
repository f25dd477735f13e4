package dev.parley.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL server of the profile {@code demo}. It lives with the application, its
 * data survive both, and it commits as durably as a production server does.
 */
final class EmbeddedDatabase implements AutoCloseable {

	static final String NAME = "parley";

	static final String OWNER = "parley_owner";

	static final String APPLICATION = "parley_app";

	private final DataFolder folder;

	private final EmbeddedPostgres server;

	private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres server) {
		this.folder = folder;
		this.server = server;
	}

	/**
	 * Starts the server on the folder, after stopping one that an earlier, killed
	 * application left running there.
	 * @param path where the data lie; made when missing
	 * @throws DatabaseRefusal when another Parley uses the folder
	 */
	static EmbeddedDatabase start(Path path) {
		DataFolder folder = DataFolder.lock(path);
		try {
			folder.stopOrphan();
			return new EmbeddedDatabase(folder, startServer(folder));
		}
		catch (DatabaseRefusal ex) {
			folder.close();
			throw ex;
		}
		catch (IOException | SQLException | IllegalStateException ex) {
			folder.close();
			throw new DatabaseRefusal("The embedded database in %s did not start: %s".formatted(path, ex.getMessage()),
					"See the server's log in that folder, or move the folder away to begin anew.", ex);
		}
	}

	private static EmbeddedPostgres startServer(DataFolder folder) throws IOException, SQLException {
		boolean fresh = !folder.isComplete();
		if (fresh) {
			FileSystemUtils.deleteRecursively(folder.data());
		}
		EmbeddedPostgres server = EmbeddedPostgres.builder()
			.setDataDirectory(folder.data())
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("listen_addresses", "localhost")
			.setServerConfig("logging_collector", "on")
			.setServerConfig("timezone", "UTC")
			.setPGStartupWait(Duration.ofSeconds(60))
			.setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
			.setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (fresh) {
			createDatabase(server);
			folder.markComplete();
		}
		return server;
	}

	private static void createDatabase(EmbeddedPostgres server) throws SQLException {
		try (Connection connection = server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create role " + OWNER + " login");
			statement.execute("create role " + APPLICATION + " login");
			statement.execute("create database " + NAME + " owner " + OWNER);
			statement.execute("revoke all on database " + NAME + " from public");
			statement.execute("grant connect on database " + NAME + " to " + APPLICATION);
			statement.execute("alter database " + NAME + " set " + DatabaseGate.DEMO_MARK + " = 'true'");
		}
	}

	String jdbcUrl() {
		return "jdbc:postgresql://localhost:%d/%s".formatted(this.server.getPort(), NAME);
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			this.folder.close();
		}
	}

}
