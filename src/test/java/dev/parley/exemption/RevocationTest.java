package dev.parley.exemption;

import java.util.List;
import java.util.Map;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.TableDigests;
import dev.parley.decision.RiskClosure;
import dev.parley.submission.Submission;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/** An exemption is taken back before its end. */
@ParleyTest
class RevocationTest {

	private static final Map<String, Object> REASON = Map.of("reason", "The weakness is exploited by now.");

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	TableDigests tables;

	@Autowired
	RiskClosure closure;

	private ExemptionLife life;

	@BeforeEach
	void begin(@Autowired BeanFactory beans) {
		this.life = new ExemptionLife(beans);
	}

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void endsTheExemptionAndAsksForADecision() {
		String caseId = this.life.confirmed(this.life.in(300));
		ProcessInstance watch = this.stage.instance(caseId, "Exemption");
		String exemptionId = this.life.exemptionId(caseId);

		Answer answer = revoke("cro", exemptionId, REASON);

		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.json().path("exemptionId").asText()).isEqualTo(exemptionId);
		assertThat(answer.json().path("state").asText()).isEqualTo("REVOKED");
		assertThat(this.life.state(caseId)).isEqualTo("REVOKED NO_DECISION");
		assertThat(this.life.changes(caseId)).endsWith("REVOKED cro");
		assertThat(this.life.reason(caseId)).isEqualTo("The weakness is exploited by now.");
		assertThat(this.life.decision(caseId)).isEqualTo("ENDED EXEMPTION_ENDED");
		assertThat(watch).isEnded().hasPassed("EndEvent_ExemptionEnded");
		assertThat(this.life.cases(caseId)).containsExactly("requester ESCALATED", "system OPEN");
		assertThat(this.life.openedBecause(this.life.newestCase(caseId)))
			.isEqualTo("The chief risk officer revoked exemption %s: The weakness is exploited by now."
				.formatted(exemptionId));
		assertThat(this.life.list("select user_id from case_act where case_id = ? and duty = 'REVOKE'", caseId))
			.containsExactly("cro");
	}

	@Test
	void endsWhatIsSuspendedToo() {
		String caseId = suspended();

		assertThat(revoke("cro", this.life.exemptionId(caseId), REASON).status()).isEqualTo(200);

		assertThat(this.life.state(caseId)).isEqualTo("REVOKED NO_DECISION");
		assertThat(this.stage.openForms(caseId)).isEmpty();
		assertThat(this.life.cases(caseId)).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cio", "ciso", "risk-owner", "requester", "member1", "chair", "sponsor", "process-owner",
			"auditor", "admin" })
	void isForTheChiefRiskOfficerAlone(String user) {
		String exemptionId = this.life.exemptionId(this.life.granted(this.life.in(300)));
		Map<String, String> before = this.tables.now();

		assertThat(revoke(user, exemptionId, REASON).status()).isEqualTo(403);
		assertThat(Caller.browserOf(user, this.port).get(page(exemptionId)).status()).isEqualTo(403);

		assertThat(this.tables.now()).isEqualTo(before);
	}

	@Test
	void saysWhatIsWrong() {
		String exemptionId = this.life.exemptionId(this.life.granted(this.life.in(300)));

		assertProblem(revoke("cro", "EX-1999-0001", REASON), 404, "There is no exemption EX-1999-0001.");
		assertProblem(revoke("cro", exemptionId, Map.of()), 400, "Reason (reason) is missing.");
		assertProblem(revoke("cro", exemptionId, Map.of("reason", "x", "mood", "y")), 400,
				"This form does not ask for: [mood]. Leave it out.");
		assertProblem(revoke("cro", exemptionId, Map.of("reason", "x".repeat(4001))), 400,
				"Reason (reason) has 4,001 characters; 4,000 are allowed.");
		assertThat(revoke("cro", exemptionId, REASON).status()).isEqualTo(200);
		assertProblem(revoke("cro", exemptionId, REASON), 409,
				"Exemption %s has ended already. Its state is: revoked.".formatted(exemptionId));
	}

	@Test
	void waitsUntilTheExemptionIsGranted() {
		String caseId = this.stage.upToDecision(4, 4);
		this.life.decide(caseId, this.life.exempt(this.life.in(300), this.life.in(300)));
		String exemptionId = this.life.exemptionId(caseId);

		assertProblem(revoke("cro", exemptionId, REASON), 409,
				"Exemption %s is not in force yet: case %s decides on it.".formatted(exemptionId, caseId));
	}

	@Test
	void isOfferedOnTheCasePageWhetherOrNotTheCaseWasHandedUp() {
		String caseId = this.life.granted(this.life.in(300));
		String exemptionId = this.life.exemptionId(caseId);
		Caller cro = Caller.browserOf("cro", this.port);
		assertThat(cro.get("/cases/" + caseId).body()).contains(page(exemptionId), "Revoke the exemption",
				"Attested next", "Reviewed next");
		assertThat(Caller.browserOf("cio", this.port).get("/cases/" + caseId).body()).doesNotContain(page(exemptionId));
		assertThat(cro.get("/cases/" + this.stage.upToDecision(3, 3)).status()).isEqualTo(404);

		Answer asked = cro.get(page(exemptionId));
		assertThat(asked.body()).contains("Revoke the exemption", exemptionId, "Unpatched remote access");
		Answer faulty = cro.form(page(exemptionId), Map.of("reason", " ", "_csrf", cro.formToken(page(exemptionId))));
		assertThat(faulty.status()).isEqualTo(400);
		assertThat(faulty.body()).contains("Reason (reason) is missing.");
		Answer done = cro.form(page(exemptionId),
				Map.of("reason", "It is exploited.", "_csrf", cro.formToken(page(exemptionId))));

		assertThat(done.status()).as(done.toString()).isEqualTo(302);
		assertThat(done.header("Location")).endsWith("/cases/" + caseId);
		assertThat(this.life.state(caseId)).isEqualTo("REVOKED null");
		Answer after = cro.get("/cases/" + caseId);
		assertThat(after.status()).isEqualTo(200);
		assertThat(after.body()).doesNotContain(page(exemptionId), "Attested next", "Reviewed next")
			.contains("It is exploited.");
		assertThat(cro.get(page(exemptionId)).status()).isEqualTo(409);
	}

	@Test
	void isOfferedOnThePageOfTheRiskWhateverCaseCameAfter() {
		String caseId = suspended();
		String exemptionId = this.life.exemptionId(caseId);
		String riskId = this.life.list("select risk_id from risk_case where case_id = ?", caseId).get(0);

		assertThat(Caller.browserOf("cro", this.port).get("/risks/" + riskId).body()).contains(page(exemptionId),
				"Revoke the exemption " + exemptionId);
		assertThat(Caller.browserOf("ciso", this.port).get("/risks/" + riskId).body())
			.doesNotContain(page(exemptionId));
	}

	@Test
	void followsARulingThatRefusesToExemptTheRiskAgain() {
		String caseId = suspended();
		ProcessInstance watch = this.stage.instance(caseId, "Exemption");
		String later = decideAgain(caseId);
		assertThat(this.life.state(caseId)).isEqualTo("SUSPENDED NO_DECISION");

		this.life.rule(later, "UPHOLD_OBJECTION");

		assertThat(this.life.state(later)).isEqualTo("REFUSED NO_DECISION");
		assertThat(this.life.state(caseId)).isEqualTo("REVOKED NO_DECISION");
		assertThat(this.life.reason(caseId))
			.isEqualTo("The ruling on case %s did not confirm another exemption on the risk".formatted(later));
		assertThat(this.life.decision(caseId)).isEqualTo("ENDED EXEMPTION_ENDED");
		assertThat(watch).isEnded();
		assertThat(this.stage.openForms(later)).containsExactly("DecideRisk");
		assertThat(this.life.cases(caseId)).hasSize(2);
	}

	@Test
	void doesNotFollowARulingThatRefusesAnotherTreatment() {
		String caseId = suspended();
		String later = this.life.newestCase(caseId);
		state(later);
		this.stage.complete("cio", later, "DecideRisk", Stage.accept());
		this.stage.complete("ciso", later, "GiveAssurance", Stage.assured());

		this.life.rule(later, "UPHOLD_OBJECTION");

		assertThat(this.life.state(caseId)).isEqualTo("SUSPENDED NO_DECISION");
	}

	@Test
	void closesWithTheRisk() {
		String caseId = this.life.granted(this.life.in(300));
		ProcessInstance watch = this.stage.instance(caseId, "Exemption");
		String riskId = this.life.list("select risk_id from risk_case where case_id = ?", caseId).get(0);

		this.closure.close(riskId, new Submission(Stage.answers("reason", "The appliance was scrapped.")), "ciso");

		assertThat(this.life.state(caseId)).isEqualTo("CLOSED null");
		assertThat(this.life.reason(caseId)).isEqualTo("The risk is closed");
		assertThat(this.life.decision(caseId)).isEqualTo("ENDED RISK_CLOSED");
		assertThat(watch).isEnded();
		assertThat(this.life.cases(caseId)).hasSize(1);
	}

	/** In the case that goes on because the exemption is suspended. */
	private String decideAgain(String caseId) {
		String later = this.life.newestCase(caseId);
		state(later);
		this.life.decide(later, this.life.exempt(this.life.in(100), this.life.in(100)));
		return later;
	}

	private void state(String caseId) {
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(4, 4));
		this.stage.complete("ciso", caseId, "StateSecurityPosition", Stage.securityPosition(4, 4));
		this.stage.complete("ciso", caseId, "RaiseChallenge", Stage.nothingToAsk());
	}

	private String suspended() {
		String caseId = this.life.confirmed(this.life.in(300));
		this.stage.fireTimer(caseId, ExemptionLife.ATTESTATION);
		this.life.attest(caseId, false);
		return caseId;
	}

	private Answer revoke(String user, String exemptionId, Map<String, Object> body) {
		return Caller.of(user, this.port).post("/api/v1/exemptions/" + exemptionId + "/revocation", body);
	}

	private static String page(String exemptionId) {
		return "/exemptions/" + exemptionId + "/revocation";
	}

	private static void assertProblem(Answer answer, int status, String detail) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
		assertThat(List.of(answer.header("Content-Type"), answer.json().path("detail").asText()))
			.containsExactly("application/problem+json", detail);
	}

}
