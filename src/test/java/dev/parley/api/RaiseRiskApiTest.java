package dev.parley.api;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.TableDigests;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A risk that a system raises is raised by the person who calls, whole or not at all. */
@ParleyTest
class RaiseRiskApiTest {

	private static final String RISKS = "/api/v1/risks";

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	TableDigests tables;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void raisesARiskAndAsksTheCallerForItsAsset() {
		Answer answer = raise("requester", Stage.raised());

		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
		assertThat(answer.header("Location")).isEqualTo("/api/v1/risks/" + answer.json().path("riskId").asText());
		String caseId = answer.json().path("caseId").asText();
		assertThat(this.stage.task(caseId, "IdentifyAsset").getAssignee()).isEqualTo("requester");
		assertThat(actsOf(caseId)).containsExactly("RAISE requester");
	}

	@Test
	void identifiesTheAssetInTheSameStep() {
		Answer answer = raise("ciso", raisedOn(Stage.SHARED_ASSET));

		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
		String caseId = answer.json().path("caseId").asText();
		assertThat(this.stage.openForms(caseId)).containsExactly("StateItPosition", "StateSecurityPosition");
		assertThat(actsOf(caseId)).containsExactly("RAISE ciso", "IDENTIFY ciso");
		assertThat(Caller.of("ciso", this.port).get("/api/v1/cases/" + caseId).json().path("decidingGroup").asText())
			.isEqualTo("cio");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "requester; A-999; no asset \"A-999\" in the inventory",
			"risk-owner; A-009; Nobody could decide on" })
	void raisesNothingOnAnAssetThatIsRefused(String user, String asset, String reason) {
		Map<String, String> before = this.tables.now();

		Answer answer = raise(user, raisedOn(asset), "Idempotency-Key", "refused");

		assertProblem(answer, 400, reason);
		assertThat(this.tables.now()).isEqualTo(before);
	}

	@Test
	void refusesAnAssetThatIsNoText() {
		Map<String, Object> body = Stage.raised();
		body.put("assetId", List.of("A-003"));

		assertProblem(raise("requester", body), 400, "Asset (assetId) must be text");
	}

	@ParameterizedTest
	@ValueSource(strings = { "caseId", "raisedBy", "riskId", "decidingGroup", "likelihood" })
	void refusesWhatTheFormDoesNotAsk(String key) {
		Map<String, Object> body = raisedOn(Stage.SHARED_ASSET);
		body.put(key, "cio");

		assertProblem(raise("requester", body), 400, "does not ask for: [" + key + "]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "title", "scenario", "category", "benefit" })
	void refusesARiskWithoutWhatItNeeds(String key) {
		Map<String, Object> body = Stage.raised();
		body.put(key, "  ");

		assertProblem(raise("requester", body), 400, "(" + key + ") is missing");
	}

	@Test
	void answersAsBeforeWhenItIsSentAgain() {
		String key = newKey();
		Answer first = raise("requester", raisedOn(Stage.SHARED_ASSET), "Idempotency-Key", key);
		Map<String, String> before = this.tables.now();

		Answer again = raise("requester",
				"{\"assetId\": \"A-003\", \"benefit\":\"People can work from home.\",\"title\":\"Unpatched remote access\","
						+ " \"category\":\"DATA\", \"scenario\":\"An attacker enters through the VPN appliance.\"}",
				"Idempotency-Key", key);

		assertThat(first.status()).isEqualTo(201);
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(again.header("Location")).isEqualTo(first.header("Location"));
		assertThat(this.tables.now()).isEqualTo(before);
	}

	@Test
	void refusesAKeyForAnotherBody() {
		String key = newKey();
		raise("requester", Stage.raised(), "Idempotency-Key", key);
		Map<String, String> before = this.tables.now();

		assertProblem(raise("requester", raisedOn(Stage.SHARED_ASSET), "Idempotency-Key", key), 409, key);

		assertThat(this.tables.now()).isEqualTo(before);
	}

	@Test
	void keepsTheKeysOfEachPersonApart() {
		String key = newKey();

		Answer one = raise("requester", Stage.raised(), "Idempotency-Key", key);
		Answer other = raise("cio", Stage.raised(), "Idempotency-Key", key);

		assertThat(other.status()).isEqualTo(201);
		assertThat(other.body()).isNotEqualTo(one.body());
	}

	@Test
	void keepsNoKeyOfARefusedCall() {
		String key = newKey();
		assertProblem(raise("requester", Map.of(), "Idempotency-Key", key), 400, "is missing");

		assertThat(raise("requester", Stage.raised(), "Idempotency-Key", key).status()).isEqualTo(201);
	}

	@Test
	void forgetsAKeyAfterADay() {
		String key = newKey();
		Answer first = raise("requester", Stage.raised(), "Idempotency-Key", key);

		letPass(Duration.ofHours(23));
		assertThat(raise("requester", Stage.raised(), "Idempotency-Key", key).body()).isEqualTo(first.body());
		letPass(Duration.ofHours(2));
		Answer later = raise("requester", Stage.raised(), "Idempotency-Key", key);

		assertThat(later.status()).isEqualTo(201);
		assertThat(later.body()).isNotEqualTo(first.body());
	}

	@Test
	void raisesOneRiskWhenTwoCallsWithOneKeyMeet() throws Exception {
		String key = newKey();
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService callers = Executors.newFixedThreadPool(4);
		try {
			List<Future<Answer>> calls = List.of(1, 2, 3, 4).stream().map((number) -> callers.submit(() -> {
				start.await();
				return raise("requester", raisedOn(Stage.SHARED_ASSET), "Idempotency-Key", key);
			})).toList();
			long before = cases();
			start.countDown();

			for (Future<Answer> call : calls) {
				assertThat(call.get().status()).as(call.get().toString()).isEqualTo(201);
				assertThat(call.get().body()).isEqualTo(calls.get(0).get().body());
			}
			assertThat(cases()).isEqualTo(before + 1);
		}
		finally {
			callers.shutdownNow();
		}
	}

	@Test
	void boundsTheKey() {
		Map<String, String> before = this.tables.now();

		for (String key : List.of("", "two words", "x".repeat(256))) {
			assertProblem(raise("requester", Stage.raised(), "Idempotency-Key", key), 400, "Idempotency-Key has");
		}

		assertThat(this.tables.now()).isEqualTo(before);
		assertThat(raise("requester", Stage.raised(), "Idempotency-Key", longestKey()).status()).isEqualTo(201);
	}

	private static void letPass(Duration time) {
		ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + time.toMillis()));
	}

	private static String longestKey() {
		String id = newKey();
		return id + "~".repeat(255 - id.length());
	}

	private static Map<String, Object> raisedOn(String asset) {
		Map<String, Object> body = Stage.raised();
		body.put("assetId", asset);
		return body;
	}

	private static String newKey() {
		return UUID.randomUUID().toString();
	}

	private Answer raise(String user, Object body, String... headers) {
		return Caller.of(user, this.port).send("POST", RISKS, body, headers);
	}

	private long cases() {
		return this.jdbc.sql("select count(*) from risk_case").query(Long.class).single();
	}

	private List<String> actsOf(String caseId) {
		return this.jdbc.sql("select duty || ' ' || user_id from case_act where case_id = ? order by case_act_id")
			.param(caseId)
			.query(String.class)
			.list();
	}

	private static void assertProblem(Answer answer, int status, String detail) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json().path("detail").asText()).contains(detail);
	}

}
