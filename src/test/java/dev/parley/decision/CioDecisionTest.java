package dev.parley.decision;

import java.util.List;
import java.util.Map;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.engine.guard.Refusal;
import dev.parley.register.ConfirmationNeeded;
import dev.parley.register.Decisions;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

	@Autowired
	RuntimeService runtime;

	@Autowired
	Decisions decisions;

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

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
	void handsAnAcceptanceAboveToleranceToTheCommittee() {
		String caseId = this.stage.upToDecision(4, 4);

		this.stage.complete("cio", caseId, "DecideRisk", Stage.accept());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());

		assertThat(referral(caseId)).isEqualTo("COMMITTEE AUTHORITY OPEN 1");
		assertThat(decision(caseId)).containsEntry("state", "DECIDED").containsEntry("in_force_since", null);
		assertThat(caseState(caseId)).isEqualTo("ESCALATED");
	}

	@Test
	void handsAnAcceptanceAboveCapacityToTheChiefRiskOfficer() {
		String caseId = this.stage.upToDecision(5, 5);

		this.stage.complete("cio", caseId, "DecideRisk", Stage.accept());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());

		assertThat(referral(caseId)).isEqualTo("CRO AUTHORITY OPEN 1");
	}

	@Test
	void handsUpAnAcceptanceWhileTheSecurityPositionIsMissing() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(1, 1));
		this.stage.letTimePass(caseId, "StateSecurityPosition");
		this.stage.complete("ciso", caseId, "RaiseChallenge", Stage.nothingToAsk());
		this.stage.complete("cio", caseId, "DecideRisk", Stage.accept());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());

		assertThat(referral(caseId)).isEqualTo("COMMITTEE AUTHORITY OPEN 1");
	}

	@ParameterizedTest
	@CsvSource({ "ACCEPT, ASSURED, AUTHORITY", "MITIGATE, OBJECTED, CONFLICT" })
	void needsAConfirmationAboveToleranceWhateverTheTableSays(String treatment, String outcome, String reason) {
		String caseId = this.stage.upToDecision(4, 4);
		this.stage.complete("cio", caseId, "DecideRisk",
				treatment.equals("ACCEPT") ? Stage.accept() : Stage.mitigate());
		Map<String, Object> assurance = Stage.assured();
		assurance.put("outcome", outcome);
		this.stage.complete("ciso", caseId, "GiveAssurance", assurance);

		assertThatExceptionOfType(ConfirmationNeeded.class).isThrownBy(() -> this.decisions.putInForce(caseId))
			.matches((needed) -> needed.reason().name().equals(reason));
		assertThat(decision(caseId)).containsEntry("state", "DECIDED");
	}

	@Test
	void takesThePathToAConfirmationWhenTheTableForgetsIt() {
		String caseId = this.stage.upToDecision(4, 4);
		ProcessInstance process = this.stage.instance(caseId, "CioDecision");
		this.stage.complete("cio", caseId, "DecideRisk", Stage.accept());
		this.runtime.setVariable(process.getId(), "routingBand", "WITHIN_APPETITE");

		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());

		BpmnAwareTests.assertThat(process).hasPassed("BoundaryEvent_ConfirmationMissing");
		assertThat(referral(caseId)).isEqualTo("COMMITTEE AUTHORITY OPEN 1");
	}

	@Test
	void handsAnExemptionAboveToleranceToTheCommittee() {
		String caseId = this.stage.upToDecision(4, 4);
		Map<String, Object> exempt = Stage.accept();
		exempt.putAll(Map.of("treatment", "EXEMPT", "deviatesFrom", "Patching policy", "compensatingControls",
				"Segmentation", "endsOn", "2027-03-01"));

		this.stage.complete("cio", caseId, "DecideRisk", exempt);
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());

		assertThat(referral(caseId)).isEqualTo("COMMITTEE AUTHORITY OPEN 1");
		assertThat(decision(caseId)).containsEntry("state", "DECIDED");
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
	void keepsADissentWithinToleranceOnTheRecord() {
		String caseId = this.stage.upToAssurance(3, 3);

		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.objected());

		assertThat(decision(caseId)).containsEntry("state", "IN_FORCE");
		assertThat(caseState(caseId)).isEqualTo("SETTLED_WITH_DISSENT");
		assertThat(this.jdbc.sql("select outcome || ' ' || opinion from assurance where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single()).isEqualTo("OBJECTED The measure comes too late.");
	}

	@Test
	void seeksAgreementOnAnObjectionAboveToleranceEvenWhenTheMeasureIsStrong() {
		String caseId = this.stage.upToAgreement();

		assertThat(this.stage.openForms(caseId)).containsExactly("SeekAgreement");
		refusedAgreement("ciso", caseId, Stage.answers("outcome", "AGREED"), 403);
		refusedAgreement("cio", caseId, Stage.answers("outcome", "AGREED"), 400);
		assertThat(caseState(caseId)).isEqualTo("OPEN");
	}

	@Test
	void settlesWhenTheObjectionIsWithdrawn() {
		String caseId = this.stage.upToAgreement();
		this.stage.complete("cio", caseId, "SeekAgreement", Stage.answers("outcome", "STAND"));
		refusedAgreement("cio", caseId, Stage.answers("outcome", "STAND"), 403);

		this.stage.complete("ciso", caseId, "SeekAgreement", Stage.answers("outcome", "AGREED"));

		assertThat(decision(caseId)).containsEntry("state", "IN_FORCE");
		assertThat(caseState(caseId)).isEqualTo("SETTLED");
		assertThat(agreements(caseId)).containsExactly("IT STAND cio", "SECURITY AGREED ciso");
	}

	@Test
	void handsAConfirmedDisagreementToTheCommittee() {
		String caseId = this.stage.upToAgreement();
		this.stage.complete("cio", caseId, "SeekAgreement", Stage.answers("outcome", "STAND"));

		this.stage.complete("ciso", caseId, "SeekAgreement", Stage.answers("outcome", "DISAGREEMENT_CONFIRMED"));

		assertThat(referral(caseId)).isEqualTo("COMMITTEE CONFLICT OPEN 1");
		assertThat(decision(caseId)).containsEntry("state", "DECIDED");
		assertThat(caseState(caseId)).isEqualTo("ESCALATED");
	}

	@Test
	void asksForOneNewAssuranceOnARevisionAndThenForNothingMore() {
		String caseId = this.stage.upToAgreement();
		Map<String, Object> revision = Stage.mitigate();
		revision.put("outcome", "REVISE");
		revision.put("rationale", "Patching this week already.");

		this.stage.complete("cio", caseId, "SeekAgreement", revision);
		assertThat(this.stage.openForms(caseId)).containsExactly("GiveAssurance");
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.objected());

		assertThat(decisionStates(caseId)).containsExactly("1 REPLACED", "2 DECIDED");
		assertThat(referral(caseId)).isEqualTo("COMMITTEE CONFLICT OPEN 2");
	}

	@Test
	void putsAnAssuredRevisionInForce() {
		String caseId = this.stage.upToAgreement();
		Map<String, Object> revision = Stage.mitigate();
		revision.put("outcome", "REVISE");

		this.stage.complete("cio", caseId, "SeekAgreement", revision);
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());

		assertThat(decisionStates(caseId)).containsExactly("1 REPLACED", "2 IN_FORCE");
		assertThat(caseState(caseId)).isEqualTo("SETTLED");
	}

	@Test
	void refusesARevisionThatIsNoCompleteDecision() {
		String caseId = this.stage.upToAgreement();

		refusedAgreement("cio", caseId, Stage.answers("outcome", "REVISE", "treatment", "MITIGATE"), 400);
		refusedAgreement("cio", caseId, Stage.answers("outcome", "STAND", "treatment", "MITIGATE"), 400);
		assertThat(decisionStates(caseId)).containsExactly("1 DECIDED");
		assertThat(agreements(caseId)).isEmpty();
	}

	@Test
	void countsAnAttemptToAgreeThatIsOverdueAsDisagreement() {
		String caseId = this.stage.upToAgreement();
		this.stage.complete("cio", caseId, "SeekAgreement", Stage.answers("outcome", "STAND"));

		this.stage.letTimePass(caseId, "SeekAgreement");

		assertThat(agreements(caseId)).containsExactly("IT STAND cio", "SECURITY NOT_SOUGHT nobody");
		assertThat(referral(caseId)).isEqualTo("COMMITTEE CONFLICT OPEN 1");
	}

	@Test
	void givesBothSidesOneDeadlineForTheAttemptToAgree() {
		String caseId = this.stage.upToAgreement();
		java.util.Date ownersDue = this.stage.task(caseId, "SeekAgreement").getDueDate();
		ClockUtil.setCurrentTime(new java.util.Date(ownersDue.getTime() - 1000));

		this.stage.complete("cio", caseId, "SeekAgreement", Stage.answers("outcome", "STAND"));

		assertThat(this.stage.task(caseId, "SeekAgreement").getDueDate()).isEqualTo(ownersDue);
	}

	@Test
	void handsADecisionWithoutAssuranceToTheCommittee() {
		String caseId = this.stage.upToAssurance(3, 3);

		this.stage.letTimePass(caseId, "GiveAssurance");

		assertThat(referral(caseId)).isEqualTo("COMMITTEE OVERDUE OPEN 1");
		assertThat(decision(caseId)).containsEntry("state", "DECIDED");
		assertThat(this.jdbc.sql("select outcome from assurance where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single()).isEqualTo("NOT_GIVEN");
	}

	@Test
	void handsAnAcceptanceAboveCapacityWithoutAssuranceToTheChiefRiskOfficer() {
		String caseId = this.stage.upToDecision(5, 5);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.accept());

		this.stage.letTimePass(caseId, "GiveAssurance");

		assertThat(referral(caseId)).isEqualTo("CRO OVERDUE OPEN 1");
	}

	@Test
	void leavesAnOverdueDecisionOpenAndHandsItUp() {
		String caseId = this.stage.upToDecision(3, 3);

		this.stage.letTimePass(caseId, "DecideRisk");

		assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk", "PleadCase", "PleadCase");
		assertThat(referral(caseId)).isEqualTo("COMMITTEE OVERDUE OPEN none");
		assertThat(caseState(caseId)).isEqualTo("ESCALATED");
	}

	@Test
	void replacesTheReferralByALateDecision() {
		String caseId = this.stage.upToDecision(3, 3);
		this.stage.letTimePass(caseId, "DecideRisk");
		ProcessInstance process = this.stage.instance(caseId, "RiskDecision");

		Map<String, Object> late = Stage.mitigate();
		late.put("action1Due", "2027-06-15");
		this.stage.complete("cio", caseId, "DecideRisk", late);

		assertThat(referral(caseId)).isEqualTo("COMMITTEE OVERDUE REPLACED none");
		assertThat(caseState(caseId)).isEqualTo("OPEN");
		BpmnAwareTests.assertThat(process).hasPassed("BoundaryEvent_DecisionMade", "EndEvent_ReferralReplaced");
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		assertThat(caseState(caseId)).isEqualTo("SETTLED");
		BpmnAwareTests.assertThat(process).isEnded();
	}

	@Test
	void leavesNoTraceOfARefusedDecision() {
		String caseId = this.stage.upToDecision(4, 4);
		long acts = acts(caseId);
		Map<String, Object> decision = Stage.mitigate();
		decision.put("action1Owner", "nobody-here");

		refused(caseId, decision, "nobody-here");

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
			.distinct()).doesNotContain("likelihood", "reasoning", "ownership", "rationale", "title", "assetId");
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

	private void refusedAgreement(String user, String caseId, Map<String, Object> answers, int status) {
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.stage.complete(user, caseId, "SeekAgreement", answers))
			.matches((refusal) -> refusal.status() == status);
		assertThat(this.stage.openForms(caseId)).containsExactly("SeekAgreement");
	}

	private String referral(String caseId) {
		return this.jdbc.sql("""
				select sent_to || ' ' || reason || ' ' || state || ' ' || coalesce(decision::text, 'none')
				  from referral where case_id = ?""").param(caseId).query(String.class).single();
	}

	private List<String> agreements(String caseId) {
		return this.jdbc.sql("""
				select side || ' ' || outcome || ' ' || coalesce(said_by, 'nobody') from agreement
				 where case_id = ? order by side""").param(caseId).query(String.class).list();
	}

	private List<String> decisionStates(String caseId) {
		return this.jdbc.sql("select number || ' ' || state from decision where case_id = ? order by number")
			.param(caseId)
			.query(String.class)
			.list();
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
