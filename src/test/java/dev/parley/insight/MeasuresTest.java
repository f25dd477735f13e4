package dev.parley.insight;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * After a mixed load API, scrape and SQL tell the same, which is what can be counted by
 * hand. It has a database of its own.
 */
@Tag("own-engine")
@ParleyTest
@AutoConfigureObservability(tracing = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeasuresTest {

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	ManagementService management;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Figures figures;

	@Autowired
	LatestMeasures latest;

	Map<String, Double> scraped = Map.of();

	@BeforeAll
	void play() {
		JsonNode empty = api("");
		assertThat(empty.path("casesRaised").asLong()).as("a database of its own").isZero();
		assertThat(empty.path("conflictsPerDecision").isNull()).isTrue();
		assertThat(empty.path("warnings").path(0).asText()).contains("nothing to judge by");
		assertThat(Caller.browserOf("cro", this.port).get("/measures").body())
			.contains("The figures come with the first", "there is nothing to judge by", "Nothing is overdue");
		new MixedLoad(this.stage, this.management, this.port).play();
		this.latest.refresh();
		this.scraped = Scrape.read(scraper().get("/actuator/prometheus").body());
	}

	@AfterAll
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void countsWhatCanBeCountedByHand() {
		JsonNode measures = api("");

		assertThat(measures.path("conflictsEscalated")).hasToString("{\"COMMITTEE\":2,\"CRO\":0}");
		assertThat(measures.path("decisionsInForce").asLong()).isEqualTo(5);
		assertThat(measures.path("conflictsPerDecision").asDouble()).isEqualTo(0.4);
		assertThat(measures.path("unacceptableRisks")).hasToString(
				"{\"EXEMPTION_IN_FORCE\":0,\"EXEMPTION_EXPIRED\":0,\"ACCEPTED_ABOVE_TOLERANCE\":0,\"IN_TREATMENT\":2,\"NO_DECISION\":8}");
		assertThat(measures.path("referrals")).hasToString(
				"{\"CONFLICT\":{\"COMMITTEE\":2,\"CRO\":0},\"AUTHORITY\":{\"COMMITTEE\":1,\"CRO\":2},\"OVERDUE\":{\"COMMITTEE\":2,\"CRO\":0}}");
		assertThat(measures.path("casesRaised").asLong()).isEqualTo(15);
		assertThat(measures.path("decisions").path("MITIGATE"))
			.hasToString("{\"IN_FORCE\":2,\"IN_FORCE_WITH_DISSENT\":2,\"REFUSED\":0,\"REPLACED\":1}");
		assertThat(measures.path("decisions").path("ACCEPT"))
			.hasToString("{\"IN_FORCE\":1,\"IN_FORCE_WITH_DISSENT\":0,\"REFUSED\":1,\"REPLACED\":0}");
		assertThat(measures.path("decisions").size()).isEqualTo(5);
		assertThat(measures.path("decisionsWaiting").asLong()).isEqualTo(4);
		assertThat(measures.path("decisionTime"))
			.hasToString("{\"count\":5,\"totalHours\":30.0,\"meanHours\":6.0,\"medianHours\":6.0,\"p90Hours\":9.2}");
		assertThat(measures.path("shareSettledBilaterally").asDouble()).isEqualTo(0.4);
		assertThat(measures.path("challengeQuestions").asLong()).isEqualTo(2);
		assertThat(measures.path("challengeRate").asDouble()).isEqualTo(0.25);
		assertThat(measures.path("dissentRate").asDouble()).isEqualTo(0.4);
		assertThat(measures.path("tasksOverdue")).hasToString("{\"requester\":0,\"cio\":8,\"ciso\":7,\"risk-owner\":0,"
				+ "\"committee-member\":0,\"committee-chair\":0,\"cro\":0,\"executive-sponsor\":0,\"process-owner\":0,"
				+ "\"auditor\":0,\"camunda-admin\":0,\"other\":1}");
		assertThat(measures.path("incidents").asLong()).isOne();
		assertThat(measures.path("failedJobs").asLong()).isOne();
		assertThat(measures.path("referralsWaiting")).hasToString("{\"CONFLICT\":1,\"AUTHORITY\":2,\"OVERDUE\":2}");
		assertThat(measures.path("arbitration").path("conflictsUpheldFor"))
			.hasToString("{\"OWNER\":1,\"CISO\":0,\"CONDITIONS\":0}");
		assertThat(measures.path("arbitration").path("rulingTime"))
			.hasToString("{\"count\":2,\"totalHours\":30.0,\"meanHours\":15.0,\"medianHours\":15.0,\"p90Hours\":19.0}");
		assertThat(measures.path("warnings")).hasToString(
				"[\"Open risks above tolerance without a decision in force: 8. They are run, and nobody has answered for them.\"]");
	}

	@Test
	void showsTheSameInApiAndScrape() {
		JsonNode api = api("");
		Map<String, Double> expected = new TreeMap<>();
		expected.put("parley_cases_raised_total", number(api, "/casesRaised"));
		expected.put("parley_challenge_questions_total", number(api, "/challengeQuestions"));
		expected.put("parley_decisions_waiting", number(api, "/decisionsWaiting"));
		expected.put("parley_engine_incidents", number(api, "/incidents"));
		expected.put("parley_engine_jobs_failed", number(api, "/failedJobs"));
		expected.put("parley_decision_time_seconds_count", number(api, "/decisionTime/count"));
		expected.put("parley_decision_time_seconds_sum", number(api, "/decisionTime/totalHours") * 3600);
		expected.put("parley_decision_time_median_seconds", number(api, "/decisionTime/medianHours") * 3600);
		expected.put("parley_decision_time_p90_seconds", number(api, "/decisionTime/p90Hours") * 3600);
		JsonNode arbitration = api.path("arbitration");
		expected.put("parley_appeals_total", number(arbitration, "/appeals"));
		expected.put("parley_quorum_failures_total", number(arbitration, "/quorumFailures"));
		expected.put("parley_convening_refusals_total", number(arbitration, "/conveningRefusals"));
		expected.put("parley_ruling_time_seconds_count", number(arbitration, "/rulingTime/count"));
		expected.put("parley_ruling_time_seconds_sum", number(arbitration, "/rulingTime/totalHours") * 3600);
		expected.put("parley_ruling_time_median_seconds", number(arbitration, "/rulingTime/medianHours") * 3600);
		expected.put("parley_ruling_time_p90_seconds", number(arbitration, "/rulingTime/p90Hours") * 3600);
		series(expected, "parley_referrals_waiting{reason=\"%s\"}", api.path("referralsWaiting"));
		series(expected, "parley_referrals_passed_on_total{cause=\"%s\"}", arbitration.path("passedOn"));
		series(expected, "parley_recusals_total{by=\"%s\"}", arbitration.path("recusals"));
		arbitration.path("outcomes")
			.properties()
			.forEach((reason) -> series(expected,
					"parley_referrals_outcomes_total{outcome=\"%%s\",reason=\"%s\"}".formatted(reason.getKey()),
					reason.getValue()));
		series(expected, "parley_conflicts_escalated_total{to=\"%s\"}", api.path("conflictsEscalated"));
		series(expected, "parley_risks_unacceptable{state=\"%s\"}", api.path("unacceptableRisks"));
		series(expected, "parley_tasks_overdue{group=\"%s\"}", api.path("tasksOverdue"));
		api.path("referrals")
			.properties()
			.forEach((reason) -> series(expected,
					"parley_referrals_total{reason=\"%s\",to=\"%%s\"}".formatted(reason.getKey()), reason.getValue()));
		api.path("decisions")
			.properties()
			.forEach((treatment) -> series(expected,
					"parley_decisions_total{outcome=\"%%s\",treatment=\"%s\"}".formatted(treatment.getKey()),
					treatment.getValue()));

		Map<String, Double> told = new TreeMap<>(this.scraped);
		assertThat(told.remove("parley_measures_age_seconds")).isNotNegative();
		assertThat(told).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					parley_cases_raised_total | select count(*) from case_act where duty = 'RAISE'
					parley_challenge_questions_total | select sum(1) from question
					parley_conflicts_escalated_total{to="COMMITTEE"} | select count(*) from agreement where outcome = 'DISAGREEMENT_CONFIRMED'
					parley_referrals_total{reason="OVERDUE",to="COMMITTEE"} | select count(*) from referral where reason = 'OVERDUE'
					parley_referrals_total{reason="AUTHORITY",to="CRO"} | select count(*) from referral f join decision d on (d.case_id, d.number) = (f.case_id, f.decision) where d.treatment = 'ACCEPT' and d.band = 'ABOVE_CAPACITY'
					parley_decisions_total{outcome="IN_FORCE",treatment="MITIGATE"} | select count(*) from decision d join risk_case c using (case_id) where c.state = 'SETTLED' and d.state = 'IN_FORCE' and d.treatment = 'MITIGATE'
					parley_decisions_total{outcome="IN_FORCE_WITH_DISSENT",treatment="MITIGATE"} | select count(*) from assurance a join decision d on (d.case_id, d.number) = (a.case_id, a.decision) where a.outcome = 'OBJECTED' and d.state = 'IN_FORCE'
					parley_decisions_total{outcome="REPLACED",treatment="MITIGATE"} | select count(*) from decision where revises is not null
					parley_decisions_total{outcome="REFUSED",treatment="ACCEPT"} | select count(*) from ruling where outcome = 'UPHOLD_OBJECTION'
					parley_referrals_outcomes_total{outcome="UPHELD",reason="CONFLICT"} | select count(*) from tally where result = 'RULING'
					parley_referrals_outcomes_total{outcome="NOT_CONFIRMED",reason="AUTHORITY"} | select count(*) from decision where state = 'REFUSED'
					parley_referrals_waiting{reason="OVERDUE"} | select count(*) from referral where reason = 'OVERDUE' and closed_at is null
					parley_ruling_time_seconds_sum | select sum(extract(epoch from closed_at) - extract(epoch from referred_at)) from referral where state = 'RULED'
					parley_decisions_waiting | select count(*) from risk_case c where state = 'ESCALATED' and settled_at is null and exists (select 1 from decision d where d.case_id = c.case_id)
					parley_decision_time_seconds_sum | select sum(extract(epoch from settled_at) - extract(epoch from opened_at)) from risk_case c where exists (select 1 from decision d where d.case_id = c.case_id and d.state = 'IN_FORCE')
					parley_risks_unacceptable{state="IN_TREATMENT"} | select count(*) from risk r where band like 'ABOVE%' and exists (select 1 from risk_case c join decision d using (case_id) where c.risk_id = r.risk_id and d.state = 'IN_FORCE')
					parley_risks_unacceptable{state="NO_DECISION"} | select count(*) from risk r join risk_case c using (risk_id) where (r.band like 'ABOVE%' or c.state = 'WITHDRAWN') and not exists (select 1 from decision d where d.case_id = c.case_id and d.state = 'IN_FORCE')
					parley_tasks_overdue{group="cio"} | select count(*) from act_ru_task where task_def_key_ <> 'UserTask_CompleteAction' and id_ in (select task_id_ from act_ru_identitylink where group_id_ = 'cio')
					parley_tasks_overdue{group="other"} | select count(*) from act_ru_task where id_ not in (select task_id_ from act_ru_identitylink where group_id_ is not null)
					parley_engine_incidents | select count(distinct root_cause_incident_id_) from act_ru_incident
					parley_engine_jobs_failed | select count(*) from act_ru_incident where incident_type_ = 'failedJob' and cause_incident_id_ = id_
					""")
	void showsTheSameInScrapeAndSql(String series, String sql) {
		assertThat(this.scraped.get(series)).isNotZero().isEqualTo(this.jdbc.sql(sql).query(Double.class).single());
	}

	@Test
	void showsTheSameOnAnotherNode() {
		LatestMeasures other = new LatestMeasures(() -> this.figures.of(Period.ALL_TIME), System::nanoTime);
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new MeasuresMeters(other).bindTo(registry);
		assertThat(registry.get("parley.cases.raised").functionCounter().count())
			.isEqualTo(this.scraped.get("parley_cases_raised_total"));
		assertThat(registry.get("parley.referrals").tags("to", "CRO", "reason", "AUTHORITY").functionCounter().count())
			.isEqualTo(this.scraped.get("parley_referrals_total{reason=\"AUTHORITY\",to=\"CRO\"}"));
		assertThat(registry.get("parley.decision.time").functionTimer().count()).isEqualTo(5);
	}

	@ParameterizedTest
	@CsvSource({ "?from=2026-10-01&to=2026-10-31, 1, 1, 0", "?from=2026-11-01&to=2026-11-30, 12, 3, 1",
			"?from=2026-10-05&to=2026-10-05, 1, 1, 0", "?to=2026-10-04, 0, 0, 0", "?from=2026-11-01&to=, 14, 4, 2",
			"?from=0001-01-01&to=9999-12-31, 15, 5, 2" })
	void countsTheDaysOfAPeriodInTheZoneOfTheOrganisation(String query, long raised, long inForce, long conflicts) {
		JsonNode measures = api(query);

		assertThat(measures.path("casesRaised").asLong()).isEqualTo(raised);
		assertThat(measures.path("decisionsInForce").asLong()).isEqualTo(inForce);
		assertThat(measures.path("conflictsEscalated").path("COMMITTEE").asLong()).isEqualTo(conflicts);
		assertThat(measures.path("unacceptableRisks").path("NO_DECISION").asLong()).as("as of now").isEqualTo(8);
	}

	@Test
	void warnsWhenNoConflictWasEscalated() {
		assertThat(api("?to=2026-10-31").path("warnings").path(0).asText())
			.isEqualTo("No conflict was escalated; decisions put in force: 1. This is a warning, not a success:"
					+ " ask whether objections are raised, and whether they are allowed to stand.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "?from=31.12.2026 | from=31.12.2026 is no date. Write it like 2026-12-31.",
			"?to=2026-02-30 | to=2026-02-30 is no date.", "?from=0000-01-01 | from=0000-01-01 is no date.",
			"?from=%2B12026-01-01 | is no date.", "?from=%00 | a control character",
			"?form=2026-12-01 | There is no parameter form here. The address takes from, to.",
			"?to=2026-11-01&to=2026-12-01 | The parameter to is given 2 times. Give it once.",
			"?from=2026-12-01&to=2026-11-01 | The period ends (to=2026-11-01) before it begins (from=2026-12-01). Swap the two." })
	void refusesAPeriodThatIsNone(String query, String reason) {
		Answer answer = Caller.of("auditor", this.port).get("/api/v1/measures" + query);

		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(answer.json().path("detail").asText()).contains(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cio", "ciso", "risk-owner", "member1", "chair", "cro", "sponsor", "process-owner",
			"auditor", "admin" })
	void isThereForTheOfficesThatAnswerForIt(String user) {
		assertThat(Caller.of(user, this.port).get("/api/v1/measures").status()).isEqualTo(200);
	}

	@Test
	void isNotThereForRequestersAndScrapers() {
		assertThat(Caller.of("requester", this.port).get("/api/v1/measures").status()).isEqualTo(403);
		assertThat(scraper().get("/api/v1/measures").status()).isEqualTo(401);
	}

	@Test
	void opensTheScrapeToItsOwnCredentialsOnly() {
		assertThat(scraper().get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes", "hikaricp_");
		Stream
			.of(Caller.nobody(this.port), Caller.of("admin", this.port), Caller.of("prometheus", "wrong", this.port),
					Caller.of("prometheus", "", this.port), Caller.of("", "parley", this.port),
					Caller.browserOf("admin", this.port))
			.forEach((caller) -> assertThat(caller.get("/actuator/prometheus").status()).isEqualTo(401));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/metrics", "/actuator/env", "/actuator/prometheus/", "/",
			"/measures", "/engine-rest/task", "/api/v1/risks" })
	void opensNothingElseToTheScraper(String path) {
		assertThat(scraper().get(path).status()).isIn(302, 401, 403);
	}

	@Test
	void showsTheSameOnThePage() {
		String page = Caller.browserOf("cro", this.port).get("/measures").body();

		assertThat(page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ")).containsSubsequence("All time",
				"Open risks above tolerance without a decision in force: 8.", "Conflicts escalated",
				"2 over 5 decisions put in force 40 %", "Steering committee 2", "Chief risk officer 0",
				"Unacceptable risks", "10 open above tolerance, now", "In treatment 2", "No decision 8",
				"Cases raised 15", "Time to decision 6.0 hours", "Nine in ten: 9.2 hours", "Settled bilaterally 40 %",
				"Questions asked 2", "Challenge rate 25 %", "Dissent rate 40 %", "Mitigate 2 2 0 1", "Accept 1 0 1 0",
				"An objection stands 2 0", "Beyond the owner&#39;s right 1 2", "Time ran out 2 0",
				"An objection stands 1 0 0 0 0 1", "Beyond the owner&#39;s right 0 1 0 0 0 2",
				"Time ran out 0 0 0 0 0 2", "Time to ruling 15.0 hours", "The owner&#39;s decision 1", "CIO 8",
				"CISO 7", "Single persons and other groups 1", "Decisions that wait 4", "Incidents 1",
				"Failed steps 1");
		assertThat(page).contains("<a href=\"/measures\" aria-current=\"page\">Measures</a>")
			.doesNotContain("style=", "<script>", "No conflict was escalated");
	}

	@Test
	void warnsOnThePageOfAPeriodWithoutConflicts() {
		assertThat(Caller.browserOf("cro", this.port).get("/measures?from=2026-10-01&to=2026-10-31").body()).contains(
				"1 Oct 2026 to 31 Oct 2026", "value=\"2026-10-31\"",
				"This is a warning, not a success: ask whether objections are raised");
	}

	@Test
	void saysOnThePageThatAPeriodIsNone() {
		Answer answer = Caller.browserOf("cro", this.port).get("/measures?from=2026-12-01&to=2026-11-01");

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("role=\"alert\"", "Swap the two. All time is shown.", ">15<");
		assertThat(Caller.browserOf("cro", this.port).get("/measures?from=%00").status()).isEqualTo(400);
	}

	@Test
	void showsNoPageToRequesters() {
		Caller requester = Caller.browserOf("requester", this.port);

		assertThat(requester.get("/measures").status()).isEqualTo(403);
		assertThat(requester.get("/").body()).doesNotContain("/measures");
	}

	private Caller scraper() {
		return Caller.of("prometheus", "parley", this.port);
	}

	private JsonNode api(String query) {
		Answer answer = Caller.of("auditor", this.port).get("/api/v1/measures" + query);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return answer.json();
	}

	private static double number(JsonNode api, String path) {
		assertThat(api.at(path).isNumber()).as(path).isTrue();
		return api.at(path).asDouble();
	}

	private static void series(Map<String, Double> expected, String pattern, JsonNode counts) {
		counts.properties()
			.forEach((count) -> expected.put(pattern.formatted(count.getKey()), count.getValue().asDouble()));
	}

}
