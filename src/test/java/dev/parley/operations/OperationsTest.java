package dev.parley.operations;

import java.time.Clock;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.engine.Incidents;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The operator's page: who may use it, what it tells, and how a failed job is repaired.
 */
@ParleyTest
class OperationsTest {

	private static final Pattern NEXT = Pattern.compile("hx-get=\"(/operations\\?after=[^\"]+)\"");

	private static final String GONE = "This incident is gone";

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService management;

	@Autowired
	HistoryService history;

	@Autowired
	Incidents incidents;

	@Autowired
	Nodes nodes;

	@Autowired
	Clock clock;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void tidyUp() {
		ClockUtil.reset();
		this.runtime.createProcessInstanceQuery()
			.withIncident()
			.list()
			.forEach((instance) -> this.runtime.deleteProcessInstanceIfExists(instance.getRootProcessInstanceId(),
					"test", true, true, true, false));
	}

	@ParameterizedTest
	@CsvSource({ "admin,200,200", "auditor,403,200", "requester,403,403", "cio,403,403", "cio-deputy,403,403",
			"ciso,403,403", "ciso-deputy,403,403", "risk-owner,403,403", "member1,403,403", "chair,403,403",
			"cro,403,403", "sponsor,403,403", "process-owner,403,403" })
	void isForAdministratorsAndItsBillForAuditorsToo(String user, int page, int bill) {
		Caller browser = Caller.browserOf(user, this.port);

		Answer answer = browser.get("/operations");

		assertThat(answer.status()).isEqualTo(page);
		assertThat(answer.body())
			.contains((page == 200) ? "Nodes on this database" : "Only the office Administrator may");
		assertThat(browser.get("/operations/sbom").status()).isEqualTo(bill);
		assertThat(browser.get("/").body().contains("href=\"/operations\"")).isEqualTo(page == 200);
	}

	@Test
	void asksOthersToSignIn() {
		assertThat(Caller.browser(this.port).get("/operations").header("Location")).endsWith("/sign-in");
	}

	@Test
	void showsAnIncidentWithItsCauseAndWithoutAnswers() {
		String caseId = caseWithIncident();

		String page = browser().get("/operations").body();

		assertThat(page).containsSubsequence("One job has failed at every try", "Record missing IT position", caseId,
				"Take in a risk", "No try left", "violates foreign key constraint", "<pre class=\"trace\"",
				"RecordMissingItPositionDelegate", "Retry");
		assertThat(page).as("PostgreSQL's detail quotes rows").doesNotContain("Key (case_id)", "Detail:");
		assertThat(page).doesNotContain("An attacker enters through the VPN appliance.");
	}

	@Test
	void saysThatThereAreNone() {
		assertThat(browser().get("/operations").body()).contains("No incidents.").doesNotContain("/retry\"");
	}

	@Test
	void hasAJobTriedAgainInTheNameOfTheAdministrator() {
		String caseId = caseWithIncident();
		String incident = this.incidents.newest(null, 1).get(0).id();
		this.runtime.setVariable(this.stage.instance(caseId, "RiskIntake").getId(), "caseId", caseId);
		Caller admin = browser();

		Answer answer = retry(admin, incident);

		assertThat(answer.status()).isEqualTo(302);
		assertThat(admin.get("/operations").body()).contains("The job is tried once more", "No incidents.");
		assertThat(this.history.createUserOperationLogQuery().operationType("SetJobRetries").list())
			.anySatisfy((entry) -> {
				assertThat(entry.getUserId()).isEqualTo("admin");
				assertThat(entry.getProperty()).isEqualTo("retries");
				assertThat(entry.getNewValue()).isEqualTo("1");
			});
		this.management.executeJob(itTimer(caseId).getId());
		assertThat(this.jdbc.sql("select state from position where case_id = ? and side = 'IT'")
			.param(caseId)
			.query(String.class)
			.single()).isEqualTo("MISSING");
	}

	@Test
	void showsAJobThatFailsOnceMoreAgain() {
		String caseId = caseWithIncident();
		retry(browser(), this.incidents.newest(null, 1).get(0).id());

		fail(itTimer(caseId));

		assertThat(this.incidents.newest(null, 2)).singleElement()
			.satisfies((incident) -> assertThat(incident.caseId()).isEqualTo(caseId));
	}

	@ParameterizedTest
	@ValueSource(strings = { "requester", "cio", "ciso", "auditor", "process-owner", "cro" })
	void letsNobodyElseRepair(String user) {
		caseWithIncident();
		String incident = this.incidents.newest(null, 1).get(0).id();
		Caller browser = Caller.browserOf(user, this.port);

		assertThat(retry(browser, incident).status()).isEqualTo(403);
		assertThat(note(browser, incident, "Mine").status()).isEqualTo(403);
		assertThat(this.incidents.newest(null, 2)).singleElement().satisfies((shown) -> {
			assertThat(shown.retries()).isZero();
			assertThat(shown.note()).isNull();
		});
	}

	@Test
	void isNotRepairedWithoutTheTokenOfThePage() {
		caseWithIncident();
		String incident = this.incidents.newest(null, 1).get(0).id();

		assertThat(browser().form("/operations/incidents/" + incident + "/retry", Map.of()).status()).isEqualTo(403);
		assertThat(this.incidents.count()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "8f6c0a0e-0000-0000-0000-000000000000", "x", "%C3%A9", "1'2" })
	void saysThatAnIncidentIsGone(String incident) {
		Caller admin = browser();

		assertThat(retry(admin, incident).status()).isEqualTo(302);
		assertThat(admin.get("/operations").body()).contains(GONE);
		assertThat(note(admin, incident, "Seen").status()).isEqualTo(302);
		assertThat(admin.get("/operations").body()).contains(GONE);
	}

	@Test
	void keepsANoteAndTakesItAway() {
		caseWithIncident();
		String incident = this.incidents.newest(null, 1).get(0).id();
		Caller admin = browser();

		note(admin, incident, "Mail <b>server</b> is down");
		assertThat(admin.get("/operations").body()).contains("The note is kept.",
				"Mail &lt;b&gt;server&lt;/b&gt; is down");

		note(admin, incident, "x".repeat(Incidents.NOTE_LENGTH + 1));
		assertThat(admin.get("/operations").body()).contains("The note has 4001 characters; 4000 are possible.",
				"is down");

		note(admin, incident, " ");
		assertThat(this.incidents.newest(null, 1).get(0).note()).isNull();
	}

	@Test
	void showsTwentyIncidentsAndTheRestOnDemand() {
		caseWithIncident();
		this.jdbc.sql("""
				insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_type_, incident_msg_,
				                             root_cause_incident_id_)
				select 'page-' || n, 1, timestamp '2020-01-01' + n * interval '1 minute', 'test', 'Number ' || n || '.',
				       'page-' || n
				  from generate_series(1, 22) n""").update();
		try {
			String first = browser().get("/operations").body();
			assertThat(first)
				.containsSubsequence("23 jobs have failed", "Record missing IT position", "Number 22.", "Number 4.")
				.doesNotContain("Number 3.");
			Matcher next = NEXT.matcher(first);
			assertThat(next.find()).isTrue();
			String rest = browser().send("GET", next.group(1), null, "HX-Request", "true").body();
			assertThat(rest).containsSubsequence("Number 3.", "Number 1.")
				.doesNotContain("Number 4.", "<html", "Show more");
		}
		finally {
			this.jdbc.sql("delete from act_ru_incident where incident_type_ = 'test'").update();
		}
	}

	@Test
	void warnsOfJobsThatWaitTooLong() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		String timer = itTimer(caseId).getId();
		this.jdbc.sql("update act_ru_job set duedate_ = ? where id_ = ?")
			.params(Timestamp.valueOf("2000-01-01 12:00:00"), timer)
			.update();
		ClockUtil.setCurrentTime(Timestamp.valueOf("2000-01-01 12:07:00"));

		String page = browser().get("/operations").body();

		assertThat(page).contains("its job executor is off", "has been due for 7 minutes, and nobody has tried it");
	}

	@Test
	void warnsOfNoJobThatIsTriedAgain() {
		String caseId = caseWithIncident();
		ClockUtil.setCurrentTime(new Date(itTimer(caseId).getDuedate().getTime() + Duration.ofMinutes(7).toMillis()));
		this.jdbc.sql("update act_ru_job set retries_ = -3 where exception_msg_ is null").update();
		try {
			retry(browser(), this.incidents.newest(null, 1).get(0).id());

			assertThat(browser().get("/operations").body()).contains("Failed, to be tried again")
				.doesNotContain("has been due for");
		}
		finally {
			this.jdbc.sql("update act_ru_job set retries_ = 3 where retries_ = -3").update();
		}
	}

	@Test
	void tellsOfDatabaseModelsNodesAndBuild() {
		String page = text(browser().get("/operations").body());

		assertThat(page).containsPattern("PostgreSQL 17\\.")
			.containsPattern("parley, \\d+ MB")
			.contains("parley_app, who does not own the schema")
			.doesNotContain("could drop its own protections")
			.containsPattern("Schema version \\d+: \\w+")
			.containsPattern("\\d+ in use, \\d+ idle, 20 at most; 0 requests wait")
			.containsSubsequence("RiskDecision", "RiskAppetite", "Decision table")
			.contains("Process engine 7.24.0", "Zone of dates Europe/Brussels", ":" + this.port + " Made this page")
			.doesNotContain("Missing", "Clock ");
	}

	@Test
	void countsWhatRunsOnAVersion() {
		this.stage.raise();
		long running = this.runtime.createProcessInstanceQuery().processDefinitionKey("RiskDecision").count();

		assertThat(text(browser().get("/operations").body()))
			.containsPattern("RiskDecision 1 \\d+ \\w+ \\d{4}, [\\d:]+ " + running + " instance");
	}

	@Test
	void showsANodeThatIsMissingAndOneWhoseClockIsOff() {
		this.jdbc.sql("""
				insert into node (node_id, address, version, started_at, seen_at, clock_ahead)
				values ('silent', 'node-b:8080', '0.0.9', now() - interval '5 days', now() - interval '4 days', '0'),
				       ('early', 'node-c:8080', '0.1.0', now(), now(), '-9 seconds')""").update();
		try {
			assertThat(text(browser().get("/operations").body()))
				.containsPattern("node-b:8080 0\\.0\\.9 .{10,40} 4 days ago Missing 0 ")
				.containsPattern("node-c:8080 0\\.1\\.0 .{10,40} ago Clock 9 seconds behind 0 ");
		}
		finally {
			this.jdbc.sql("delete from node where node_id in ('silent', 'early')").update();
		}
	}

	@Test
	void forgetsANodeThatHasLongBeenSilentAndOneThatStops() {
		this.jdbc
			.sql("""
					insert into node (node_id, address, version, started_at, seen_at, clock_ahead)
					values ('long-gone', 'node-d:8080', '0.0.9', now() - interval '9 days', now() - interval '8 days', '0')""")
			.update();

		this.nodes.seen("here:1", "0.1.0");
		assertThat(this.nodes.all()).singleElement().matches(Nodes.Node::own);

		this.nodes.gone();
		assertThat(this.nodes.all()).isEmpty();
		this.nodes.seen("localhost:" + this.port, "0.1.0");
	}

	@Test
	void listsJavaAndBrowserLibrariesInOneBill() {
		Answer answer = browser().get("/operations/sbom");

		assertThat(answer.header("Content-Type")).startsWith("application/vnd.cyclonedx+json");
		assertThat(answer.header("Content-Disposition")).contains("attachment", ".cdx.json");
		JsonNode bill = answer.json();
		assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
		assertThat(purls(bill)).anyMatch((purl) -> purl.startsWith("pkg:maven/org.camunda.bpm/camunda-engine@7.24.0"))
			.anyMatch((purl) -> purl.startsWith("pkg:npm/bpmn-js@"))
			.anyMatch((purl) -> purl.startsWith("pkg:npm/htmx.org@"))
			.noneMatch((purl) -> purl.contains("junit"));
		List<String> refs = Stream.concat(elements(bill.path("components")), Stream.of(bill.at("/metadata/component")))
			.map((component) -> component.path("bom-ref").asText())
			.toList();
		assertThat(refs).doesNotHaveDuplicates();
		assertThat(elements(bill.path("dependencies")).map((each) -> each.path("ref").asText())).isSubsetOf(refs);
		assertThat(answer.body()).doesNotContain(System.getProperty("user.dir"), "file:", "localhost");
	}

	private static List<String> purls(JsonNode bill) {
		return elements(bill.path("components")).map((component) -> component.path("purl").asText()).toList();
	}

	private static Stream<JsonNode> elements(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false);
	}

	/** A case whose IT position ran out of time, and cannot be recorded as missing. */
	private String caseWithIncident() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		this.runtime.setVariable(this.stage.instance(caseId, "RiskIntake").getId(), "caseId", "RC-1900-0001");
		Job timer = itTimer(caseId);
		for (int tries = timer.getRetries(); tries > 0; tries--) {
			fail(timer);
		}
		return caseId;
	}

	private void fail(Job job) {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.management.executeJob(job.getId()));
	}

	private Job itTimer(String caseId) {
		return this.management.createJobQuery()
			.processInstanceId(this.stage.instance(caseId, "RiskIntake").getId())
			.activityId("BoundaryEvent_ItPositionOverdue")
			.singleResult();
	}

	private Caller browser() {
		return Caller.browserOf("admin", this.port);
	}

	private static Answer retry(Caller browser, String incident) {
		return browser.form("/operations/incidents/" + incident + "/retry", Map.of("_csrf", browser.formToken("/")));
	}

	private static Answer note(Caller browser, String incident, String text) {
		return browser.form("/operations/incidents/" + incident + "/note",
				Map.of("_csrf", browser.formToken("/"), "note", text));
	}

	private static String text(String page) {
		return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
	}

}
