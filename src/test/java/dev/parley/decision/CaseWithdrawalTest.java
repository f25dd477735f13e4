package dev.parley.decision;

import java.util.List;
import java.util.Map;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A withdrawal ends the case, never the risk. */
@ParleyTest
class CaseWithdrawalTest {

	private static final Map<String, Object> REASON = Map.of("reason", "The project was cancelled.");

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	RuntimeService runtime;

	@Autowired
	HistoryService history;

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void endsEverythingThatTheCaseCalledAndKeepsWhatWasStated() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(4, 4));

		Answer answer = withdraw("requester", caseId, REASON);

		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.json().path("state").asText()).isEqualTo("WITHDRAWN");
		assertThat(this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).count()).isZero();
		assertThat(this.stage.openForms(caseId)).isEmpty();
		assertThat(this.jdbc.sql("select stated_by from position where case_id = ?")
			.param(caseId)
			.query(String.class)
			.list()).containsExactly("cio");
		assertThat(this.jdbc.sql("""
				select c.state || ' ' || r.state || ' ' || w.withdrawn_by || ' ' || w.reason
				  from risk_case c join risk r using (risk_id) join withdrawal w using (case_id)
				 where case_id = ?""").param(caseId).query(String.class).single())
			.isEqualTo("WITHDRAWN OPEN requester The project was cancelled.");
	}

	@ParameterizedTest
	@CsvSource({ "1, none", "4, NO_DECISION" })
	void leavesARiskAboveToleranceWithoutADecision(int score, String state) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(score, score));
		this.stage.complete("ciso", caseId, "StateSecurityPosition", Stage.securityPosition(score, score));

		assertThat(withdraw("cio", caseId, REASON).status()).isEqualTo(200);

		assertThat(unacceptable(caseId)).isEqualTo(state);
	}

	@Test
	void countsARiskThatWasWithdrawnUnratedAsUnacceptable() {
		String caseId = this.stage.raise();

		assertThat(withdraw("requester", caseId, REASON).status()).isEqualTo(200);

		assertThat(unacceptable(caseId)).isEqualTo("NO_DECISION");
	}

	@ParameterizedTest
	@CsvSource({ "ciso", "risk-owner", "admin", "auditor", "cro", "chair" })
	void refusesWhoNeitherRaisedNorDecides(String user) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);

		Answer answer = withdraw(user, caseId, REASON);

		assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json().path("detail").asText()).contains(caseId);
		assertThat(this.stage.openForms(caseId)).hasSize(2);
	}

	@Test
	void refusesOnceTheDecisionIsSubmitted() {
		String caseId = this.stage.upToAssurance(3, 3);

		Answer answer = withdraw("requester", caseId, REASON);

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.json().path("detail").asText()).contains("has been decided");
		assertThat(this.stage.openForms(caseId)).containsExactly("GiveAssurance");
	}

	@Test
	void refusesACaseThatIsOver() {
		String caseId = this.stage.raise();
		withdraw("requester", caseId, REASON);

		assertThat(withdraw("requester", caseId, REASON).status()).isEqualTo(409);
	}

	@Test
	void withdrawsACaseWhoseOverdueDecisionWasHandedUp() {
		String caseId = this.stage.upToDecision(3, 3);
		this.stage.letTimePass(caseId, "DecideRisk");

		assertThat(withdraw("cio", caseId, REASON).status()).isEqualTo(200);

		assertThat(this.stage.openForms(caseId)).isEmpty();
		assertThat(this.jdbc.sql("select state from referral where case_id = ? and closed_at is not null")
			.param(caseId)
			.query(String.class)
			.single()).isEqualTo("WITHDRAWN");
	}

	@Test
	void tellsThePersonWhoRaisedItAndNotTheirWholeOffice() {
		String caseId = this.stage.raise();

		withdraw("requester", caseId, REASON);

		assertThat(this.jdbc.sql("select recipient || ' ' || to_group from notice where case_id = ? order by 1")
			.param(caseId)
			.query(String.class)
			.list()).containsExactly("cio true", "ciso true", "requester false");
	}

	@Test
	void refusesBadInputWithAProblemThatNamesIt() {
		String caseId = this.stage.raise();

		assertThat(withdraw("requester", caseId, Map.of()).json().path("detail").asText())
			.isEqualTo("Reason (reason) is missing.");
		assertThat(withdraw("requester", caseId, Map.of("reason", "x", "mood", "y")).json().path("detail").asText())
			.contains("does not ask for: [mood]");
		assertThat(withdraw("requester", caseId, Map.of("reason", List.of(1))).status()).isEqualTo(400);
		assertThat(withdraw("requester", "RC-1999-0001", REASON).status()).isEqualTo(404);
		Answer garbage = Caller.of("requester", this.port)
			.send("POST", "/api/v1/cases/" + caseId + "/withdrawal", "no json");
		assertThat(garbage.status()).isEqualTo(400);
		assertThat(garbage.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(this.stage.openForms(caseId)).containsExactly("IdentifyAsset");
	}

	@Test
	void closesTheRiskOnlyOnTheWordOfTheCiso() {
		String caseId = this.stage.raise();
		String riskId = riskId(caseId);
		assertThat(close("ciso", riskId).status()).isEqualTo(409);
		withdraw("requester", caseId, REASON);

		assertThat(close("cio", riskId).status()).isEqualTo(403);
		assertThat(close("ciso", riskId).json().path("state").asText()).isEqualTo("CLOSED");

		assertThat(unacceptable(caseId)).isEqualTo("none");
		assertThat(close("ciso", riskId).status()).isEqualTo(409);
		assertThat(close("ciso", "R-1999-0001").status()).isEqualTo(404);
	}

	private Answer close(String user, String riskId) {
		return Caller.of(user, this.port)
			.post("/api/v1/risks/" + riskId + "/closure", Map.of("reason", "The appliance was scrapped."));
	}

	private Answer withdraw(String user, String caseId, Map<String, Object> body) {
		return Caller.of(user, this.port).post("/api/v1/cases/" + caseId + "/withdrawal", body);
	}

	private String riskId(String caseId) {
		return this.jdbc.sql("select risk_id from risk_case where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

	private String unacceptable(String caseId) {
		return this.jdbc.sql("select state from unacceptable_risk where risk_id = ?")
			.param(riskId(caseId))
			.query(String.class)
			.optional()
			.orElse("none");
	}

}
