package dev.parley.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import dev.parley.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The packaged jar on a PostgreSQL that somebody else runs. */
class PackagedJarIT {

	private static final String BILLS = "META-INF/sbom/";

	static OutsidePostgres postgres;

	@BeforeAll
	static void startPostgres() throws IOException {
		postgres = new OutsidePostgres().with("parley").with("newer").with("made_by_demo");
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
			Caller chief = Caller.browser(parley.port());
			chief.signIn(OutsidePostgres.ADMINISTRATOR, OutsidePostgres.PASSWORD);
			assertThat(chief.get("/operations").status()).isEqualTo(200);
			assertThat(chief.get("/operations/sbom").status()).isEqualTo(hasBothBills() ? 200 : 404);
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

	@Test
	void refusesADatabaseThatANewerParleySetUp() throws Exception {
		ParleyProcess.jar(postgres.settings("newer")).ready().close();
		postgres.as("postgres", "newer").sql("""
				insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
				                                   execution_time, success)
				values (999, '999', 'from the future', 'SQL', 'V999__from_the_future.sql', 'x', 1, true)""").update();

		refused(postgres.settings("newer"), "this one does not know version 999 of the schema, from the future.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			textBlock = """
					PARLEY_CALENDAR_TIMEZON; Europe/Paris; Did you mean PARLEY_CALENDAR_TIMEZONE?
					PARLEY_CALENDAR_TIMEZONE; Nowhere; Its meaning: zone of all dates and deadlines, a name of the IANA time zone database
					PARLEY_OPERATIONS_HEARTBEAT; PT0S; parley.operations.heartbeat is PT0S, which is not from a second to a day.""")
	void refusesAWrongSetting(String variable, String value, String reason) throws Exception {
		Map<String, String> settings = postgres.settings("parley");
		settings.put(variable, value);

		refused(settings, reason);
	}

	@Test
	void carriesTheBillsOfItsLibraries() throws Exception {
		try (JarFile jar = new JarFile(ParleyProcess.packaged().toFile())) {
			assertThat(content(jar, "browser.cdx.json")).contains("pkg:npm/bpmn-js@", "pkg:npm/htmx.org@")
				.doesNotContain("distribution", System.getProperty("user.dir"));
			assumeThat(jar.getEntry(BILLS + "application.cdx.json")).as("built online").isNotNull();
			assertThat(content(jar, "application.cdx.json")).contains("pkg:maven/org.camunda.bpm/camunda-engine@7.24.0")
				.doesNotContain(System.getProperty("user.dir"), "file:", "localhost");
		}
	}

	/** Maven writes the one of Java libraries only online. */
	private static boolean hasBothBills() throws IOException {
		try (JarFile jar = new JarFile(ParleyProcess.packaged().toFile())) {
			return jar.getEntry(BILLS + "application.cdx.json") != null;
		}
	}

	private static String content(JarFile jar, String name) throws IOException {
		return new String(jar.getInputStream(jar.getEntry(BILLS + name)).readAllBytes(), StandardCharsets.UTF_8);
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
