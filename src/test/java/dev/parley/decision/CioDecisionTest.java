package dev.parley.decision;

import java.util.Map;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.engine.guard.Refusal;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ParleyTest
class CioDecisionTest {

	@Autowired
	Stage stage;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	HistoryService history;

	@Autowired
	TaskService tasks;

	@Test
	void putsAnAssuredDecisionInForce() {
		String caseId = this.stage.upToDecision(3, 3);

		ProcessInstance process = this.stage.instance(caseId, "CioDecision");
		this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate());
		assertThat(decision(caseId)).containsEntry("state", "DECIDED").containsEntry("in_force_since", null);
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());

		assertThat(decision(caseId)).containsEntry("state", "IN_FORCE")
			.containsEntry("decided_by", "cio")
			.containsEntry("routing_level", 1)
			.containsEntry("band", "WITHIN_APPETITE");
		assertThat(caseState(caseId)).isEqualTo("SETTLED");
		BpmnAwareTests.assertThat(process)
			.isEnded()
			.hasPassedInOrder("UserTask_DecideRisk", "UserTask_GiveAssurance", "ServiceTask_PutDecisionInForce",
					"EndEvent_DecisionInForce");
	}

	@Test
	void keepsOptionsAndActionsOfADecision() {
		String caseId = this.stage.upToDecision(3, 3);

		this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate());

		assertThat(this.jdbc.sql("select name from decision_option where case_id = ? order by number")
			.param(caseId)
			.query(String.class)
			.list()).containsExactly("Patch now", "Wait for the next release");
		assertThat(this.jdbc.sql("select owner || ' ' || due_on from decision_action where case_id = ?")
			.param(caseId)
			.query(String.class)
			.list()).containsExactly("cio 2027-01-15");
	}

	@Test
	void makesTheSigningOfATransfersContractAnAction() {
		String caseId = this.stage.upToDecision(3, 3);
		Map<String, Object> transfer = Stage.mitigate();
		transfer.keySet().removeIf((key) -> key.startsWith("action"));
		transfer.putAll(Map.of("treatment", "TRANSFER", "counterparty", "An insurer", "contractOn", "2027-02-01"));

		this.stage.complete("cio", caseId, "DecideRisk", transfer);

		assertThat(
				this.jdbc.sql("select action || ' ' || owner || ' ' || due_on from decision_action where case_id = ?")
					.param(caseId)
					.query(String.class)
					.list())
			.containsExactly("Sign the contract with An insurer cio 2027-02-01");
	}

	@Test
	void acceptsWithinTolerance() {
		String caseId = this.stage.upToDecision(3, 3);

		this.stage.complete("cio", caseId, "DecideRisk", Stage.accept());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());

		assertThat(decision(caseId)).containsEntry("state", "IN_FORCE").containsEntry("band", "WITHIN_TOLERANCE");
	}

	@Test
	void refusesToAcceptAboveTolerance() {
		String caseId = this.stage.upToDecision(4, 4);

		refused(caseId, Stage.accept(), "Accept, for a risk that is above tolerance, needs a confirmation");
	}

	@Test
	void refusesToAcceptWhileTheSecurityPositionIsMissing() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(1, 1));
		this.stage.fireTimer(caseId, "BoundaryEvent_SecurityPositionOverdue");

		refused(caseId, Stage.accept(), "needs a confirmation");
	}

	@Test
	void refusesAnActionOfAnUnknownOwner() {
		String caseId = this.stage.upToDecision(3, 3);
		Map<String, Object> decision = Stage.mitigate();
		decision.put("action1Owner", "nobody-here");

		refused(caseId, decision, "nobody-here");
	}

	@Test
	void refusesASingleOptionOutsideTheFastLane() {
		String caseId = this.stage.upToDecision(3, 3);
		Map<String, Object> decision = Stage.mitigate();
		decision.keySet().removeIf((key) -> key.startsWith("option2"));

		refused(caseId, decision, "Compare two options at least");
	}

	@Test
	void needsNoOptionInTheFastLane() {
		String caseId = this.stage.upToDecision(1, 1);
		Map<String, Object> decision = Stage.mitigate();
		decision.keySet().removeIf((key) -> key.startsWith("option"));

		this.stage.complete("cio", caseId, "DecideRisk", decision);

		assertThat(this.stage.openForms(caseId)).containsExactly("GiveAssurance");
	}

	@Test
	void refusesAnObjectionUntilThereIsAWayToAgree() {
		String caseId = this.stage.upToDecision(3, 3);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate());
		Map<String, Object> objection = Stage.assured();
		objection.put("outcome", "OBJECTED");

		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.stage.complete("ciso", caseId, "GiveAssurance", objection))
			.withMessageContaining("cannot lead yet")
			.matches((refusal) -> refusal.status() == 400);
		assertThat(this.stage.openForms(caseId)).containsExactly("GiveAssurance");
	}

	@Test
	void leavesNoTraceOfARefusedDecision() {
		String caseId = this.stage.upToDecision(4, 4);
		long acts = acts(caseId);

		refused(caseId, Stage.accept(), "needs a confirmation");

		assertThat(acts(caseId)).isEqualTo(acts);
		assertThat(this.history.createHistoricVariableInstanceQuery().variableName("rationale").count()).isZero();
	}

	@Test
	void storesNoAnswerAsAVariable() {
		String caseId = this.stage.upToDecision(3, 3);

		this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate());

		assertThat(this.history.createHistoricVariableInstanceQuery()
			.list()
			.stream()
			.map((variable) -> variable.getName())
			.distinct()).doesNotContain("likelihood", "reasoning", "treatment", "rationale", "title", "assetId");
	}

	@Test
	void refusesADecisionByThePersonWhoRaisedTheRisk() {
		String caseId = this.stage.raise("cio", Stage.raised()).getBusinessKey();
		this.stage.complete("cio", caseId, "IdentifyAsset", Map.of("assetId", Stage.SHARED_ASSET));
		this.stage.complete("cio-deputy", caseId, "StateItPosition", Stage.itPosition(1, 1));
		this.stage.complete("ciso", caseId, "StateSecurityPosition", Stage.securityPosition(1, 1));

		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate()))
			.withMessageContaining("who raises a case does not decide it")
			.matches((refusal) -> refusal.status() == 403);
		this.stage.complete("cio-deputy", caseId, "DecideRisk", Stage.mitigate());
	}

	@Test
	void refusesADecisionByAnAdministrator() {
		String caseId = this.stage.upToDecision(3, 3);
		String taskId = this.stage.task(caseId, "DecideRisk").getId();

		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.stage.as("admin", () -> {
			this.tasks.complete(taskId, Stage.mitigate());
			return null;
		})).withMessageContaining("is for cio").matches((refusal) -> refusal.status() == 403);
	}

	private void refused(String caseId, Map<String, Object> decision, String words) {
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.stage.complete("cio", caseId, "DecideRisk", decision))
			.withMessageContaining(words)
			.matches((refusal) -> refusal.status() == 400);
		assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk");
		assertThat(this.jdbc.sql("select count(*) from decision where case_id = ?")
			.param(caseId)
			.query(Integer.class)
			.single()).isZero();
	}

	private Map<String, Object> decision(String caseId) {
		return this.jdbc.sql("select * from decision where case_id = ?").param(caseId).query().singleRow();
	}

	private String caseState(String caseId) {
		return this.jdbc.sql("select state from risk_case where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

	private long acts(String caseId) {
		return this.jdbc.sql("select count(*) from case_act where case_id = ?")
			.param(caseId)
			.query(Long.class)
			.single();
	}

}
