package dev.parley.intake;

import java.util.Map;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.engine.guard.Refusal;
import dev.parley.register.CaseSoFar;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A lower security position leaves a mark, and the higher one stays. */
@ParleyTest
class SecurityRestatementTest {

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TaskService tasks;

	@Autowired
	RuntimeService runtime;

	@Autowired
	CaseSoFar caseSoFar;

	@Test
	void keepsTheHigherPositionBesideTheLowerOne() {
		String caseId = this.stage.upToChallenge(4, 4);

		Answer answer = restate("ciso", caseId, lower());

		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
		assertThat(answer.json().path("band").asText()).isEqualTo("ABOVE_TOLERANCE");
		assertThat(this.jdbc.sql("""
				select version || ' ' || likelihood || ' ' || coalesce(requested_by, 'nobody') from position
				 where case_id = ? and side = 'SECURITY' order by version""").param(caseId).query(String.class).list())
			.containsExactly("1 4 nobody", "2 2 Head of infrastructure");
		assertThat(this.jdbc.sql("select security_level from risk_case where case_id = ?")
			.param(caseId)
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void refusesALowerPositionWithoutEvidenceReasonAndWhoAskedForIt() {
		String caseId = this.stage.upToChallenge(4, 4);
		Map<String, Object> bare = Stage.securityPosition(2, 2);

		Answer answer = restate("ciso", caseId, bare);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("detail").asText()).contains("evidence (evidence)", "asked for it (requestedBy)",
				"reason of its own (reasoning)");
		assertThat(this.jdbc.sql("select count(*) from position where case_id = ?")
			.param(caseId)
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void takesAHigherPositionWithoutThem() {
		String caseId = this.stage.upToChallenge(2, 2);

		Answer answer = restate("ciso", caseId, Stage.securityPosition(5, 5));

		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.json().path("band").asText()).isEqualTo("ABOVE_CAPACITY");
	}

	@Test
	void refusesOnceTheDecisionIsSubmitted() {
		String caseId = this.stage.upToDecision(4, 4);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate());

		Answer answer = restate("ciso", caseId, lower());

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.json().path("detail").asText()).contains("has been decided on the positions as they are");
	}

	@Test
	void refusesBeforeThePositionsAreCompared() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);

		assertThat(restate("ciso", caseId, lower()).status()).isEqualTo(409);
	}

	@Test
	void refusesWhoIsNotOfTheCisosOffice() {
		String caseId = this.stage.upToChallenge(4, 4);

		assertThat(restate("cio", caseId, lower()).status()).isEqualTo(403);
		assertThat(restate("admin", caseId, lower()).status()).isEqualTo(403);
		assertThat(Caller.of("ciso", this.port).post("/api/v1/risks/R-1999-0001/positions", lower()).status())
			.isEqualTo(404);
	}

	@Test
	void takesACaseOffTheFastLaneThatNoLongerBelongsThere() {
		String caseId = this.stage.upToDecision(1, 1);

		assertThat(restate("ciso", caseId, Stage.securityPosition(5, 5)).status()).isEqualTo(201);

		assertThat(this.stage.openForms(caseId)).containsExactly("RaiseChallenge");
		assertThat(this.jdbc.sql("select route || ' ' || band from risk_case where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single()).isEqualTo("CHALLENGE ABOVE_CAPACITY");
		this.stage.complete("ciso", caseId, "RaiseChallenge", Stage.nothingToAsk());
		Map<String, Object> withoutOptions = Stage.mitigate();
		withoutOptions.keySet().removeIf((key) -> key.startsWith("option"));
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.stage.complete("cio", caseId, "DecideRisk", withoutOptions))
			.withMessageContaining("Compare two options");
	}

	@ParameterizedTest
	@CsvSource({ "RaiseChallenge", "DecideRisk" })
	void renewsWhatOpenTasksShowAndTheDeadlinesOfThoseThatFollow(String form) {
		String caseId = form.equals("DecideRisk") ? this.stage.upToDecision(3, 3) : this.stage.upToChallenge(3, 3);

		assertThat(restate("ciso", caseId, Stage.securityPosition(5, 5)).status()).isEqualTo(201);

		String task = this.stage.task(caseId, form).getId();
		assertThat(this.tasks.getVariableLocal(task, "riskLevel")).isEqualTo("Very high");
		assertThat(this.tasks.getVariableLocal(task, "caseSoFar").toString()).contains("Above capacity",
				"likelihood 5, impact 5", "Before: likelihood 3, impact 3");
		assertThat(this.runtime.getVariable(this.stage.instance(caseId, "RiskDecision").getId(), "level"))
			.isEqualTo("VERY_HIGH");
	}

	@Test
	void needsEvidenceForAMissingPositionThatWouldLowerTheBand() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(1, 1));
		this.stage.fireTimer(caseId, "BoundaryEvent_SecurityPositionOverdue");

		Answer bare = restate("ciso", caseId, Stage.securityPosition(1, 1));

		assertThat(bare.status()).isEqualTo(400);
		assertThat(bare.json().path("detail").asText()).contains("evidence", "requestedBy");
		assertThat(restate("ciso", caseId, Stage.securityPosition(4, 4)).status()).isEqualTo(201);
	}

	@Test
	void keepsTheMarkOfPressureInSightWhenAnotherVersionFollows() {
		String caseId = this.stage.upToChallenge(4, 4);
		restate("ciso", caseId, lower());
		restate("ciso", caseId, Stage.securityPosition(3, 3));

		assertThat(this.caseSoFar.of(caseId).get("positions").toString()).contains("Scan of 20 November",
				"Asked for by: Head of infrastructure");
	}

	@Test
	void leavesASettledCaseAsItWasDecided() {
		String caseId = this.stage.upToDecision(2, 2);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.accept());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());

		Answer answer = restate("ciso", caseId, Stage.securityPosition(5, 5));

		assertThat(answer.json().path("band").asText()).isEqualTo("ABOVE_CAPACITY");
		assertThat(this.caseSoFar.of(caseId).get("positions").toString())
			.contains("likelihood 5, impact 5: not rated in this case", "likelihood 2, impact 2: Low");

		assertThat(this.jdbc
			.sql("select c.band || ' ' || r.band from risk_case c join risk r using (risk_id) where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single()).isEqualTo("WITHIN_APPETITE ABOVE_CAPACITY");
	}

	private static Map<String, Object> lower() {
		Map<String, Object> lower = Stage.securityPosition(2, 3);
		lower.put("reasoning", "The appliance left the internet.");
		lower.put("evidence", "Scan of 20 November");
		lower.put("requestedBy", "Head of infrastructure");
		return lower;
	}

	private Answer restate(String user, String caseId, Map<String, Object> body) {
		String riskId = this.jdbc.sql("select risk_id from risk_case where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
		return Caller.of(user, this.port).post("/api/v1/risks/" + riskId + "/positions", body);
	}

}
