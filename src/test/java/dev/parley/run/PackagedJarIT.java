package dev.parley.run;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The packaged jar on a PostgreSQL that somebody else runs. */
class PackagedJarIT {

	static OutsidePostgres postgres;

	@BeforeAll
	static void startPostgres() throws IOException {
		postgres = new OutsidePostgres().with("parley").with("made_by_demo");
		postgres.as("postgres", "postgres").sql("alter database made_by_demo set parley.demo = 'true'").update();
	}

	@AfterAll
	static void stopPostgres() throws IOException {
		postgres.close();
	}

	@Test
	void runsAsARoleWithJustItsRights() throws Exception {
		try (ParleyProcess parley = ParleyProcess.jar(postgres.settings("parley")).ready()) {
			assertThat(parley.output()).doesNotContain("who also owns the schema");
			assertThat(create(parley, "somebody")).isEqualTo(204);
			assertThat(parley.call("chief", "wrong", "GET", "/engine-rest/task", "").statusCode()).isEqualTo(401);
			assertThat(parley.call("cio", "parley", "GET", "/engine-rest/task", "").statusCode()).isEqualTo(401);
		}
		JdbcClient application = postgres.as("parley_app", "parley");
		Stream
			.of("create table anything (id int)", "delete from position", "update position set reasoning = ''",
					"delete from risk", "update decision set rationale = ''", "drop table act_ru_task",
					"update flyway_schema_history set success = true")
			.forEach((statement) -> assertThatExceptionOfType(BadSqlGrammarException.class).as(statement)
				.isThrownBy(() -> application.sql(statement).update())
				.withStackTraceContaining((statement.startsWith("drop")) ? "must be owner" : "permission denied"));
	}

	@Test
	void asksForADatabase() throws Exception {
		refused(Map.of(), "No database is configured.");
	}

	@Test
	void saysThatTheDatabaseCannotBeReached() throws Exception {
		Map<String, String> settings = postgres.settings("parley");
		settings.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:1/parley");

		refused(settings, "The database cannot be reached");
	}

	@Test
	void asksForAFirstAdministrator() throws Exception {
		Map<String, String> settings = postgres.settings("postgres");
		settings.put("SPRING_FLYWAY_USER", "postgres");
		settings.remove("PARLEY_IDENTITY_FIRSTADMINISTRATOR_ID");

		refused(settings, "Nobody is an administrator yet, and none is configured.");
	}

	@Test
	void refusesTheDemoOnADatabaseThatItDidNotMake() throws Exception {
		refused(postgres.settings("parley"), "The profile demo runs only on the database that it makes itself",
				"--spring.profiles.active=demo");
	}

	@Test
	void refusesADatabaseThatTheDemoMade() throws Exception {
		refused(postgres.settings("made_by_demo"), "was made by the profile demo, whose users have known passwords");
	}

	private static void refused(Map<String, String> settings, String reason, String... arguments) throws Exception {
		try (ParleyProcess parley = ParleyProcess.jar(settings, arguments)) {
			assertThat(parley.ended()).contains("APPLICATION FAILED TO START").contains(reason);
		}
	}

	private static int create(ParleyProcess parley, String user) throws Exception {
		String body = """
				{"profile": {"id": "%s", "firstName": "A", "lastName": "B"}, "credentials": {"password": "%s"}}"""
			.formatted(user, OutsidePostgres.PASSWORD);
		return parley
			.call(OutsidePostgres.ADMINISTRATOR, OutsidePostgres.PASSWORD, "POST", "/engine-rest/user/create", body)
			.statusCode();
	}

}
