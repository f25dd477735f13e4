package dev.parley.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Lets the schema be migrated only on a database that suits the profile: demo users have
 * known passwords, and must not meet production data.
 */
@Component
class DatabaseGate implements FlywayMigrationStrategy {

	/** A database setting that only the demo's own server carries. */
	static final String DEMO_MARK = "parley.demo";

	private static final Logger LOG = LoggerFactory.getLogger(DatabaseGate.class);

	private final DataSource dataSource;

	private final boolean demo;

	DatabaseGate(DataSource dataSource, Environment environment) {
		this.dataSource = dataSource;
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
	}

	@Override
	public void migrate(Flyway flyway) {
		checkDatabase();
		refuseNewerSchema(flyway);
		flyway.migrate();
		warnOfOneRole(flyway);
	}

	private void checkDatabase() {
		try (Connection connection = this.dataSource.getConnection()) {
			boolean madeByDemo = isMadeByDemo(connection);
			if (this.demo && !madeByDemo) {
				throw notMadeByDemo(connection.getMetaData().getURL());
			}
			if (!this.demo && madeByDemo) {
				throw new DatabaseRefusal(
						"The database %s was made by the profile demo, whose users have known passwords."
							.formatted(connection.getMetaData().getURL()),
						"Use another database, or start with the profile demo.");
			}
		}
		catch (SQLException ex) {
			throw new DatabaseRefusal("The database cannot be reached: " + ex.getMessage(),
					"Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.", ex);
		}
	}

	static DatabaseRefusal notMadeByDemo(String url) {
		return new DatabaseRefusal(
				"The profile demo runs only on the database that it makes itself, not on %s: its users have known passwords."
					.formatted(url),
				"Start without the profile demo, or without spring.datasource.url.");
	}

	private static boolean isMadeByDemo(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("select current_setting('" + DEMO_MARK + "', true)")) {
			return result.next() && "true".equals(result.getString(1));
		}
	}

	/** An older Parley does not know what a newer one keeps there. */
	private static void refuseNewerSchema(Flyway flyway) {
		for (MigrationInfo migration : flyway.info().applied()) {
			if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
				throw new DatabaseRefusal(
						"The database was set up by a newer Parley: this one does not know version %s of the schema, %s."
							.formatted(migration.getVersion(), migration.getDescription()),
						"Start the newer Parley, or restore the backup that was taken before the upgrade.");
			}
		}
	}

	private void warnOfOneRole(Flyway flyway) {
		try (Connection application = this.dataSource.getConnection();
				Connection owner = flyway.getConfiguration().getDataSource().getConnection()) {
			String role = application.getMetaData().getUserName();
			if (role.equals(owner.getMetaData().getUserName())) {
				LOG.warn("Parley works as {}, who also owns the schema. Give the schema an owner of its own with"
						+ " SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD (docs/operators.md).", role);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
