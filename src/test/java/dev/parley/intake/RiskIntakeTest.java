package dev.parley.intake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.engine.CaseOpening;
import dev.parley.engine.guard.Refusal;
import dev.parley.identity.Side;
import dev.parley.register.Asset;
import dev.parley.register.Assets;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Category;
import dev.parley.register.Position;
import dev.parley.register.Positions;
import dev.parley.register.RaisedRisk;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@ParleyTest
class RiskIntakeTest {

	@Autowired
	Stage stage;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Positions positions;

	@Autowired
	CaseSoFar caseSoFar;

	@LocalServerPort
	int port;

	@Autowired
	TransactionOperations transactions;

	@Autowired
	CaseOpening opening;

	@Autowired
	Assets assets;

	@Autowired
	ManagementService management;

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void takesTheFastLaneWithinAppetiteWhenBothSidesAgree() {
		String caseId = this.stage.upToDecision(1, 2);

		assertThat(row(caseId)).containsEntry("band", "WITHIN_APPETITE")
			.containsEntry("route", "FAST_LANE")
			.containsEntry("position_gap", 0)
			.containsEntry("deciding_group", "cio");
		assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk");
	}

	@Test
	void doesNotTakeTheFastLaneWhenTheSidesDisagree() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(1, 1));
		this.stage.complete("ciso", caseId, "StateSecurityPosition", Stage.securityPosition(1, 3));

		assertThat(row(caseId)).containsEntry("band", "WITHIN_APPETITE")
			.containsEntry("route", "CHALLENGE")
			.containsEntry("position_gap", 1)
			.containsEntry("level", 2);
	}

	@Test
	void countsAMissingSecurityPositionAsAboveTolerance() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		ProcessInstance process = this.stage.instance(caseId, "RiskIntake");
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(1, 1));
		this.stage.fireTimer(caseId, "BoundaryEvent_SecurityPositionOverdue");

		BpmnAwareTests.assertThat(process)
			.isEnded()
			.hasPassed("UserTask_StateItPosition", "ServiceTask_RecordMissingSecurityPosition")
			.hasNotPassed("ServiceTask_RecordMissingItPosition");

		assertThat(row(caseId)).containsEntry("band", "ABOVE_TOLERANCE").containsEntry("route", "CHALLENGE");
		assertThat(positionStates(caseId)).isEqualTo("IT STATED, SECURITY MISSING");
	}

	@Test
	void goesOnWhenBothPositionsAreMissing() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		this.stage.fireTimer(caseId, "BoundaryEvent_SecurityPositionOverdue");
		this.stage.fireTimer(caseId, "BoundaryEvent_ItPositionOverdue");

		assertThat(row(caseId)).containsEntry("band", "ABOVE_TOLERANCE").containsEntry("level", null);
		assertThat(this.stage.openForms(caseId)).containsExactly("RaiseChallenge");
	}

	@Test
	void asksNobodyForAnAssetThatSoftwareKnows() {
		String caseId = this.opening.open(vulnerabilities(), asset(), null);

		BpmnAwareTests.assertThat(this.stage.instance(caseId, "RiskIntake"))
			.hasPassed("ServiceTask_RegisterRisk", "Gateway_AssetKnown")
			.hasNotPassed("UserTask_IdentifyAsset")
			.isWaitingAt("UserTask_StateItPosition", "UserTask_StateSecurityPosition");
		assertThat(row(caseId)).containsEntry("raised_by", "system")
			.containsEntry("asset_id", Stage.SHARED_ASSET)
			.containsEntry("deciding_group", "cio");
		assertThat(riskOf(caseId)).containsEntry("asset_id", Stage.SHARED_ASSET).containsEntry("raised_by", "system");
	}

	@Test
	void takesInAnotherCaseOfARiskThatIsInTheRegister() {
		String first = this.opening.open(vulnerabilities(), asset(), null);
		String riskId = (String) row(first).get("risk_id");
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.opening.open(vulnerabilities(), asset(), riskId));
		withdraw(first);

		String second = this.opening.open(vulnerabilities(), asset(), riskId);

		assertThat(row(second)).containsEntry("risk_id", riskId);
		assertThat(this.stage.openForms(second)).containsExactlyInAnyOrder("StateItPosition", "StateSecurityPosition");
	}

	@Test
	void leavesAClosedRiskClosedAndTakesInANewOne() {
		String first = this.opening.open(vulnerabilities(), asset(), null);
		String riskId = (String) row(first).get("risk_id");
		withdraw(first);
		assertThat(close(riskId).status()).isEqualTo(200);

		String second = this.opening.open(vulnerabilities(), asset(), riskId);

		assertThat(row(second).get("risk_id")).isNotNull().isNotEqualTo(riskId);
		assertThat(riskOf(first)).containsEntry("state", "CLOSED");
		assertThat(riskOf(second)).containsEntry("state", "OPEN");
	}

	@Test
	void closesNoRiskWhoseCaseIsBeingOpened() throws Exception {
		String first = this.opening.open(vulnerabilities(), asset(), null);
		String riskId = (String) row(first).get("risk_id");
		withdraw(first);

		CompletableFuture<Answer> closing = this.transactions.execute((status) -> {
			this.opening.open(vulnerabilities(), asset(), riskId);
			CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> close(riskId));
			await().until(() -> answer.isDone() || isSomebodyWaiting());
			return answer;
		});

		assertThat(closing.get(1, TimeUnit.MINUTES)).matches((answer) -> answer.status() == 409);
		assertThat(riskOf(first)).containsEntry("state", "OPEN");
	}

	@Test
	void disclosesNoPositionBeforeBothAreIn() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(1, 1));

		assertThat(this.positions.disclosed(caseId)).isEmpty();
		assertThat(this.caseSoFar.of(caseId)).containsEntry("positions", List.of());

		this.stage.complete("ciso", caseId, "StateSecurityPosition", Stage.securityPosition(1, 1));
		assertThat(this.positions.disclosed(caseId)).extracting(Position::side).containsExactly(Side.IT, Side.SECURITY);
	}

	@Test
	void setsTheSameDeadlineForTheTaskAndItsTimer() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		Task task = this.stage.task(caseId, "StateItPosition");

		assertThat(this.management.createJobQuery()
			.activityId("BoundaryEvent_ItPositionOverdue")
			.processInstanceId(task.getProcessInstanceId())
			.singleResult()
			.getDuedate()).isEqualTo(task.getDueDate());
	}

	@Test
	void lowersTheToleranceForSafety() {
		Map<String, Object> raised = Stage.raised();
		raised.put("category", "SAFETY");
		String caseId = this.stage.raise("requester", raised).getBusinessKey();
		this.stage.complete("requester", caseId, "IdentifyAsset", Map.of("assetId", Stage.SHARED_ASSET));
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(3, 3));
		this.stage.complete("ciso", caseId, "StateSecurityPosition", Stage.securityPosition(3, 3));

		assertThat(row(caseId)).containsEntry("level", 3).containsEntry("band", "ABOVE_TOLERANCE");
	}

	@Test
	void letsTheRiskOwnerDecideOnABusinessUnitsAsset() {
		String caseId = this.stage.upToDecision(Stage.BUSINESS_UNIT_ASSET, 1, 1);

		assertThat(row(caseId)).containsEntry("deciding_group", "risk-owner");
	}

	@Test
	void refusesAnAssetThatIsNotInTheInventory() {
		String caseId = this.stage.raise();

		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.stage.complete("requester", caseId, "IdentifyAsset", Map.of("assetId", "A-999")))
			.withMessageContaining("A-999")
			.matches((refusal) -> refusal.status() == 400);
		assertThat(this.stage.openForms(caseId)).containsExactly("IdentifyAsset");
	}

	@Test
	void refusesAnAssetOnWhoseRiskNobodyElseCouldDecide() {
		String caseId = this.stage.raise("risk-owner", Stage.raised()).getBusinessKey();

		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.stage.complete("risk-owner", caseId, "IdentifyAsset",
					Map.of("assetId", Stage.BUSINESS_UNIT_ASSET)))
			.withMessageContaining("Nobody could decide")
			.matches((refusal) -> refusal.status() == 400);
		assertThat(this.stage.openForms(caseId)).containsExactly("IdentifyAsset");
	}

	@Test
	void offersAnOverdueIdentificationToTheCisosOfficeToo() {
		String caseId = this.stage.raise();
		String task = this.stage.task(caseId, "IdentifyAsset").getId();
		Map<String, Object> asset = Map.of("assetId", Stage.SHARED_ASSET);
		refusedTo("ciso", task, asset);

		this.stage.letTimePass(caseId, "IdentifyAsset");

		refusedTo("cio", task, asset);
		this.stage.completeTask("ciso", task, asset);
		assertThat(row(caseId)).containsEntry("deciding_group", "cio");
	}

	@Test
	void leavesAnOverdueIdentificationToWhoeverRaisedTheRisk() {
		String caseId = this.stage.raise();
		this.stage.letTimePass(caseId, "IdentifyAsset");

		this.stage.complete("requester", caseId, "IdentifyAsset", Map.of("assetId", Stage.SHARED_ASSET));

		assertThat(this.stage.openForms(caseId)).containsExactly("StateItPosition", "StateSecurityPosition");
	}

	@Test
	void recordsAPositionThatIsOverdueAsMissing() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);

		this.stage.letTimePass(caseId, "StateItPosition");

		assertThat(positionStates(caseId)).isEqualTo("IT MISSING, SECURITY MISSING");
		assertThat(row(caseId)).containsEntry("route", "CHALLENGE");
	}

	private void refusedTo(String user, String task, Map<String, Object> answers) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.stage.completeTask(user, task, answers))
			.matches((refusal) -> refusal.status() == 403);
	}

	@Test
	void givesTheCaseItsOwnBusinessKey() {
		assertThat(this.stage.raise()).matches("RC-\\d{4}-\\d{4,}");
	}

	private void withdraw(String caseId) {
		assertThat(Caller.of("cio", this.port)
			.post("/api/v1/cases/" + caseId + "/withdrawal", "{\"reason\": \"The appliance is being replaced.\"}")
			.status()).isEqualTo(200);
	}

	private Answer close(String riskId) {
		return Caller.of("ciso", this.port)
			.post("/api/v1/risks/" + riskId + "/closure", Map.of("reason", "The appliance is gone."));
	}

	private boolean isSomebodyWaiting() {
		return this.jdbc.sql("select exists (select 1 from pg_locks where not granted)").query(Boolean.class).single();
	}

	private static RaisedRisk vulnerabilities() {
		return new RaisedRisk("Exploited vulnerabilities", "Attackers exploit them.", Category.INTEGRITY, null,
				"Business goes on.", null, true);
	}

	private Asset asset() {
		return this.assets.find(Stage.SHARED_ASSET).orElseThrow();
	}

	private Map<String, Object> riskOf(String caseId) {
		return this.jdbc.sql("select * from risk where risk_id = ?")
			.param(row(caseId).get("risk_id"))
			.query()
			.singleRow();
	}

	private Map<String, Object> row(String caseId) {
		return this.jdbc.sql("select * from risk_case where case_id = ?").param(caseId).query().singleRow();
	}

	private String positionStates(String caseId) {
		return this.jdbc
			.sql("select string_agg(side || ' ' || state, ', ' order by side) from position where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

}
