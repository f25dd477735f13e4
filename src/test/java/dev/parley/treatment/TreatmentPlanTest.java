package dev.parley.treatment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;

import dev.parley.Caller;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.engine.CaseMessages;
import dev.parley.engine.CaseOpening;
import dev.parley.register.Cases;
import dev.parley.register.DecisionsInForce;
import dev.parley.register.TreatmentPlan.Action;
import dev.parley.register.TreatmentPlan.ActionState;
import dev.parley.register.TreatmentPlan.Effect;
import dev.parley.register.TreatmentPlan.Result;
import dev.parley.register.TreatmentPlan.Verification;
import dev.parley.register.TreatmentPlans;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ParleyTest
class TreatmentPlanTest {

	private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	CaseOpening opening;

	@Autowired
	CaseMessages messages;

	@Autowired
	Cases cases;

	@Autowired
	TreatmentPlans plans;

	@Autowired
	DecisionsInForce inForce;

	@Autowired
	TreatmentConclusion conclusion;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	ManagementService management;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void closesARiskThatAnEffectiveTreatmentBringsWithinAppetite() {
		String caseId = this.stage.upToTreatment(4, 4);
		ProcessInstance plan = this.stage.instance(caseId, "TreatmentPlan");
		assertThat(risk(caseId)).isEqualTo("OPEN 4 IN_TREATMENT");

		done("cio", caseId);
		assertThat(risk(caseId)).isEqualTo("OPEN 4 IN_TREATMENT");
		verify("ciso", caseId, "EFFECTIVE", 1, 2);

		assertThat(risk(caseId)).isEqualTo("CLOSED 1 none");
		assertThat(decision(caseId)).isEqualTo("ENDED RISK_CLOSED");
		assertThat(
				one("select reason || ' ' || closed_by from closure join risk_case using (risk_id) where case_id = ?",
						caseId))
			.isEqualTo("It was tested. ciso");
		assertThat(opened(caseId)).isEmpty();
		assertThat(told(caseId, "Risk % is closed: %")).containsExactlyInAnyOrder("cio", "ciso");
		BpmnAwareTests.assertThat(plan)
			.isEnded()
			.hasPassed("UserTask_CompleteAction", "UserTask_VerifyTreatment", "EndEvent_TreatmentVerified")
			.hasNotPassed("ServiceTask_RecordOverdueAction", "ServiceTask_RecordNotVerified");
	}

	@Test
	void replacesTheScoresOfBothSidesByTheVerifiedOneAndKeepsTheEarlier() {
		String caseId = this.stage.upToTreatment(4, 4);
		done("cio", caseId);

		verify("ciso", caseId, "EFFECTIVE", 3, 3);

		assertThat(list("""
				select concat_ws(' ', side, version, likelihood, impact, stated_by, verified::text)
				  from position where case_id = ? order by side, version""", caseId)).containsExactly(
				"IT 1 4 4 cio false", "IT 2 3 3 ciso true", "SECURITY 1 4 4 ciso false", "SECURITY 2 3 3 ciso true");
		assertThat(ratings(caseId)).containsExactly("POSITIONS 4 ABOVE_TOLERANCE", "VERIFICATION 3 WITHIN_TOLERANCE");
		String page = Caller.browserOf("auditor", this.port).get("/cases/" + caseId).body();
		assertThat(page)
			.contains("Verified after the treatment by the CISO&#39;s office, for both sides.",
					"likelihood 3, impact 3: Medium",
					"Before: likelihood 4, impact 4 today, likelihood 1, impact 1 after the measures, stated by CIO")
			.doesNotContain("not rated in this case");
	}

	@Test
	void givesEachActionToItsOwnerAndToNobodyElse() {
		String caseId = treated("action2", "Tell the users", "action2Owner", "member3", "action2Due", "2027-02-01");
		Task ofOffice = action(caseId, 1);
		Task ofPerson = action(caseId, 2);
		assertThat(this.tasks.getIdentityLinksForTask(ofOffice.getId())).extracting(IdentityLink::getGroupId)
			.containsExactly("cio");
		assertThat(this.tasks.getIdentityLinksForTask(ofPerson.getId())).extracting(IdentityLink::getUserId)
			.containsExactly("member3");

		assertThatThrownBy(() -> this.stage.completeTask("risk-owner", ofOffice.getId(), Map.of("done", true)))
			.hasMessage("The task \"Complete action 1\" is for cio, and you (risk-owner) are not there.");
		assertThatThrownBy(() -> this.stage.completeTask("cio", ofPerson.getId(), Map.of("done", true)))
			.hasMessage("The task \"Complete action 2\" is for member3, and you (cio) are not that person.");
		this.stage.completeTask("member3", ofPerson.getId(), Map.of("done", true, "evidenceLink", "https://e.org"));
		assertThat(this.stage.openForms(caseId)).containsExactly("CompleteAction");
		this.stage.completeTask("cio-deputy", ofOffice.getId(), Map.of("done", true));

		assertThat(results(caseId)).containsExactly("1 DONE cio-deputy", "2 DONE member3");
		assertThat(this.stage.openForms(caseId)).containsExactly("VerifyTreatment");
	}

	@Test
	void goesOnWhenAnOwnerSaysWhyAnActionWillNotBeDone() {
		String caseId = this.stage.upToTreatment(4, 4);

		assertThatThrownBy(() -> this.stage.complete("cio", caseId, "CompleteAction", Map.of("done", false)))
			.hasMessageContaining("needs a remark that says why");
		this.stage.complete("cio", caseId, "CompleteAction", Map.of("remark", "The vendor is gone."));

		assertThat(results(caseId)).containsExactly("1 NOT_DONE cio");
		assertThat(this.stage.openForms(caseId)).containsExactly("VerifyTreatment");
		assertThat(risk(caseId)).isEqualTo("OPEN 4 IN_TREATMENT");
	}

	@Test
	void hasWhatThereIsVerifiedWhenAnActionIsPastItsGrace() {
		String caseId = treated("action2", "Tell the users", "action2Owner", "member3", "action2Due", "2027-02-01",
				"action3", "Train them", "action3Owner", "cio", "action3Due", "2027-03-01");
		this.stage.completeTask("member3", action(caseId, 2).getId(), Map.of("done", true));
		ProcessInstance plan = this.stage.instance(caseId, "TreatmentPlan");

		this.management.executeJob(grace(caseId, action(caseId, 1)).getId());

		assertThat(results(caseId)).containsExactly("1 OVERDUE", "2 DONE member3");
		assertThat(this.stage.openForms(caseId)).containsExactly("VerifyTreatment");
		assertThat(told(caseId, "%is past its grace: Patch the appliance.%")).containsExactlyInAnyOrder("cio", "ciso");
		assertThat(risk(caseId)).isEqualTo("OPEN 4 IN_TREATMENT");
		BpmnAwareTests.assertThat(plan)
			.hasPassed("ServiceTask_RecordOverdueAction")
			.isWaitingAt("UserTask_VerifyTreatment");
	}

	@ParameterizedTest
	@ValueSource(strings = { "member3", "risk-owner" })
	void tellsTheOwnerThatAnActionIsPastItsGrace(String owner) {
		String caseId = treated("action1Owner", owner);

		this.management.executeJob(grace(caseId, action(caseId, 1)).getId());

		assertThat(told(caseId, "%is past its grace: Patch the appliance.%")).containsExactlyInAnyOrder("cio", "ciso",
				owner);
	}

	@Test
	void asksForNothingThatWasReportedWhereItBeginsAnew() {
		String caseId = treated("action2", "Tell the users", "action2Owner", "member3", "action2Due", "2027-02-01");
		this.stage.completeTask("cio", action(caseId, 1).getId(), Map.of("done", true));
		this.runtime.deleteProcessInstance(this.stage.instance(caseId, "TreatmentPlan").getId(), "Repaired");

		this.messages.start("Msg_TreatmentBegun", caseId, Map.of());

		assertThat(this.stage.tasksOf(caseId, "CompleteAction")).extracting(Task::getName)
			.containsExactly("Complete action 2");
	}

	@Test
	void carriesOutTheActionsOfARevisedDecisionAlone() {
		String caseId = this.stage.upToAgreement();
		Map<String, Object> revision = Stage.mitigate();
		revision.putAll(Map.of("outcome", "REVISE", "action1", "Replace the appliance"));
		this.stage.complete("cio", caseId, "SeekAgreement", revision);

		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());

		assertThat(this.plans.require(caseId).actions()).extracting(Action::action)
			.containsExactly("Replace the appliance");
		assertThat(this.stage.openForms(caseId)).containsExactly("CompleteAction");
	}

	@ParameterizedTest
	@CsvSource({ "5, 5, 2027-01-19", "4, 4, 2027-01-22", "3, 3, 2027-01-22", "2, 2, 2027-01-29", "1, 2, 2027-01-29" })
	void countsTheGraceInBusinessDaysFromTheCloseOfItsDay(int likelihood, int impact, LocalDate grace) {
		String caseId = this.stage.upToTreatment(likelihood, impact);

		Task action = action(caseId, 1);

		assertThat(local(action.getDueDate())).isEqualTo(LocalDate.of(2027, 1, 15).atTime(18, 0));
		assertThat(local(grace(caseId, action).getDuedate())).isEqualTo(grace.atTime(18, 0));
	}

	@Test
	void leavesTheGraceToTheOwnerOfAnActionWhoseDayWasPastBeforeTheDecisionWasInForce() {
		String caseId = this.stage.upToAssurance(4, 4);
		ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-05-03T08:00:00Z")));

		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());

		Task action = action(caseId, 1);
		assertThat(local(action.getDueDate())).isEqualTo(LocalDate.of(2027, 1, 15).atTime(18, 0));
		assertThat(local(grace(caseId, action).getDuedate())).isEqualTo(LocalDate.of(2027, 5, 10).atTime(18, 0));
	}

	@ParameterizedTest
	@CsvSource({ "3, 3, OPEN 3 none", "4, 4, OPEN 4 IN_TREATMENT" })
	void opensAnotherCaseWhenAnEffectiveTreatmentLeavesTheRiskAboveAppetite(int likelihood, int impact, String risk) {
		String caseId = this.stage.upToTreatment(4, 4);
		done("cio", caseId);

		verify("ciso", caseId, "EFFECTIVE", likelihood, impact);

		assertThat(risk(caseId)).isEqualTo(risk);
		assertThat(decision(caseId)).isEqualTo("IN_FORCE");
		assertThat(opened(caseId))
			.containsExactly("system The treatment of case %s was effective, and the risk is not within appetite."
				.formatted(caseId));
	}

	@Test
	void endsADecisionWhoseTreatmentHadNoEffect() {
		String caseId = this.stage.upToTreatment(4, 4);
		done("cio", caseId);

		verify("ciso", caseId, "NOT_EFFECTIVE", 4, 5);

		assertThat(risk(caseId)).startsWith("OPEN ").endsWith(" NO_DECISION");
		assertThat(decision(caseId)).isEqualTo("ENDED NOT_EFFECTIVE");
		assertThat(opened(caseId))
			.containsExactly("system The treatment of case %s was not effective.".formatted(caseId));
	}

	@Test
	void tellsThatATreatmentFailedWhereACaseGoesOnAlready() {
		String caseId = this.stage.upToTreatment(4, 4);
		openAnother(caseId);
		done("cio", caseId);

		verify("ciso", caseId, "NOT_EFFECTIVE", 4, 4);

		assertThat(opened(caseId)).hasSize(1);
		assertThat(told(caseId, "The treatment of case % was not effective.%")).containsExactlyInAnyOrder("cio",
				"ciso");
	}

	@Test
	void tellsBothSidesAndTheNewTasksWhyACaseWasOpened() {
		String caseId = this.stage.upToTreatment(4, 4);
		done("cio", caseId);

		verify("ciso", caseId, "NOT_EFFECTIVE", 4, 4);

		String another = another(caseId);
		assertThat(told(another, "Case % was opened on risk %not effective.")).containsExactlyInAnyOrder("cio", "ciso");
		String shown = String
			.valueOf(this.tasks.getVariable(this.stage.task(another, "StateItPosition").getId(), "caseSoFar"));
		assertThat(shown).contains("The treatment of case %s was not effective.".formatted(caseId));
	}

	@Test
	void countsWhatIsNotVerifiedInTimeAsFailed() {
		String caseId = this.stage.upToTreatment(4, 4);
		ProcessInstance plan = this.stage.instance(caseId, "TreatmentPlan");
		done("cio", caseId);

		this.stage.letTimePass(caseId, "VerifyTreatment");

		assertThat(risk(caseId)).isEqualTo("OPEN 4 NO_DECISION");
		assertThat(decision(caseId)).isEqualTo("ENDED NOT_VERIFIED");
		assertThat(one("select concat_ws(' ', outcome, verified_by) from treatment_verification where case_id = ?",
				caseId))
			.isEqualTo("NOT_VERIFIED");
		assertThat(ratings(caseId)).containsExactly("POSITIONS 4 ABOVE_TOLERANCE");
		assertThat(opened(caseId))
			.containsExactly("system The treatment of case %s was not verified in time.".formatted(caseId));
		BpmnAwareTests.assertThat(plan).isEnded().hasPassed("EndEvent_TreatmentNotVerified");
	}

	@Test
	void doesNotCloseARiskWhileAnotherCaseOnItGoesOn() {
		String caseId = this.stage.upToTreatment(4, 4);
		String another = openAnother(caseId);
		done("cio", caseId);

		verify("ciso", caseId, "EFFECTIVE", 1, 1);

		assertThat(risk(caseId)).isEqualTo("OPEN 1 none");
		assertThat(decision(caseId)).isEqualTo("IN_FORCE");
		assertThat(opened(caseId)).hasSize(1);
		assertThat(this.stage.openForms(another)).containsExactly("StateItPosition", "StateSecurityPosition");
	}

	@Test
	void tellsTheOwnerOfAnActionOfTheDecisionAndItsPlanAlone() {
		String caseId = treated("action2", "Tell the users", "action2Owner", "member3", "action2Due", "2027-02-01");

		String shown = String.valueOf(this.tasks.getVariable(action(caseId, 2).getId(), "caseSoFar"));

		assertThat(shown)
			.contains("Tell the users", "Patch the appliance", "An attacker enters through the VPN appliance.",
					"\"rationale\"")
			.doesNotContain("Exploits are public.", "The appliance is patched every month.", "\"positions\"",
					"\"assurance\"");
	}

	@Test
	void lowersTheLevelOfARiskByNothingThatAnOwnerReports() {
		String caseId = treated("action2", "Tell the users", "action2Owner", "member3", "action2Due", "2027-02-01");

		this.stage.completeTask("cio", action(caseId, 1).getId(), Map.of("done", true));
		this.stage.completeTask("member3", action(caseId, 2).getId(), Map.of("done", true));

		assertThat(risk(caseId)).isEqualTo("OPEN 4 IN_TREATMENT");
		assertThat(ratings(caseId)).containsExactly("POSITIONS 4 ABOVE_TOLERANCE");
	}

	@Test
	void lowersTheLevelOfARiskByNothingThatIsNotStatedInALaterCase() {
		String caseId = this.stage.upToTreatment(4, 5);
		String before = risk(caseId);
		done("cio", caseId);
		this.stage.letTimePass(caseId, "VerifyTreatment");
		String another = another(caseId);

		this.stage.letTimePass(another, "StateItPosition");

		assertThat(list("select state from position where case_id = ?", another)).containsExactly("MISSING", "MISSING");
		assertThat(risk(caseId)).isEqualTo(before.replace("IN_TREATMENT", "NO_DECISION"));
		assertThat(ratings(caseId)).containsExactly("POSITIONS 5 ABOVE_CAPACITY", "POSITIONS 5 ABOVE_CAPACITY");
	}

	@Test
	void followsUpTheContractOfATransfer() {
		Map<String, Object> transfer = Stage.accept();
		transfer.putAll(Map.of("treatment", "TRANSFER", "counterparty", "Insurer", "contractOn", "2027-02-10"));

		String caseId = decided(4, 4, transfer);

		assertThat(
				list("select action || ' ' || owner || ' ' || due_on from decision_action where case_id = ?", caseId))
			.singleElement()
			.asString()
			.contains("Insurer")
			.endsWith(" cio 2027-02-10");
		done("cio", caseId);
		assertThat(risk(caseId)).isEqualTo("OPEN 4 IN_TREATMENT");
		verify("ciso", caseId, "EFFECTIVE", 1, 1);
		assertThat(risk(caseId)).isEqualTo("CLOSED 1 none");
	}

	@Test
	void followsUpTheActionThatEndsAnActivity() {
		Map<String, Object> avoid = Stage.mitigate();
		avoid.put("treatment", "AVOID");

		String caseId = decided(3, 3, avoid);

		assertThat(this.stage.openForms(caseId)).containsExactly("CompleteAction");
	}

	@ParameterizedTest
	@CsvSource({ "MITIGATE, IN_TREATMENT", "ACCEPT, ACCEPTED_ABOVE_TOLERANCE", "EXEMPT, EXEMPTION_IN_FORCE" })
	void followsUpTheConditionsOfARuling(String treatment, String state) {
		String caseId = conditioned(treatment);
		assertThat(risk(caseId)).isEqualTo("OPEN 4 " + state);
		Task condition = this.stage.tasksOf(caseId, "CompleteAction")
			.stream()
			.filter((task) -> this.tasks.getIdentityLinksForTask(task.getId())
				.stream()
				.anyMatch((link) -> "ciso".equals(link.getGroupId())))
			.findFirst()
			.orElseThrow();
		this.stage.completeTask("ciso", condition.getId(), Map.of("done", true));
		this.stage.tasksOf(caseId, "CompleteAction")
			.forEach((task) -> this.stage.completeTask("cio", task.getId(), Map.of("done", true)));

		assertThatThrownBy(() -> verify("ciso", caseId, "EFFECTIVE", 4, 4))
			.hasMessageContaining("nobody verifies what they carried out");
		verify("ciso-deputy", caseId, "EFFECTIVE", 4, 4);

		assertThat(decision(caseId)).isEqualTo("IN_FORCE");
		assertThat(risk(caseId)).isEqualTo("OPEN 4 " + state);
		assertThat(opened(caseId)).hasSize(treatment.equals("MITIGATE") ? 1 : 0);
		assertThat(list("select cause from outdating where case_id = ?", caseId))
			.isEqualTo(treatment.equals("MITIGATE") ? List.of() : List.of("SCORE"));
	}

	@Test
	void closesARiskWithTheExemptionWhoseConditionsWereFulfilled() {
		String caseId = conditioned("EXEMPT");
		ProcessInstance exemption = this.stage.instance(caseId, "Exemption");
		done("ciso", caseId);

		verify("ciso-deputy", caseId, "EFFECTIVE", 1, 1);

		assertThat(risk(caseId)).isEqualTo("CLOSED 1 none");
		assertThat(one("select state from exemption where case_id = ?", caseId)).isEqualTo("CLOSED");
		BpmnAwareTests.assertThat(exemption).isEnded();
	}

	@Test
	void revokesAnExemptionWhoseConditionsFailed() {
		String caseId = conditioned("EXEMPT");
		ProcessInstance exemption = this.stage.instance(caseId, "Exemption");
		this.stage.complete("ciso", caseId, "CompleteAction", Map.of("remark", "Nobody can watch it."));

		verify("ciso-deputy", caseId, "NOT_EFFECTIVE", 4, 4);

		assertThat(one("select state from exemption where case_id = ?", caseId)).isEqualTo("REVOKED");
		assertThat(decision(caseId)).isEqualTo("ENDED NOT_EFFECTIVE");
		assertThat(risk(caseId)).isEqualTo("OPEN 4 NO_DECISION");
		assertThat(opened(caseId)).hasSize(1);
		BpmnAwareTests.assertThat(exemption).isEnded();
		assertThat(running(caseId)).isZero();
	}

	@Test
	void endsWhenALaterDecisionOnTheRiskComesInForce() {
		String caseId = this.stage.upToTreatment(4, 4);
		ProcessInstance plan = this.stage.instance(caseId, "TreatmentPlan");
		String later = openAnother(caseId);
		this.stage.complete("cio", later, "StateItPosition", Stage.itPosition(4, 4));
		this.stage.complete("ciso", later, "StateSecurityPosition", Stage.securityPosition(4, 4));
		this.stage.complete("ciso", later, "RaiseChallenge", Stage.nothingToAsk());
		this.stage.complete("cio", later, "DecideRisk", Stage.mitigate());
		assertThat(this.stage.openForms(caseId)).containsExactly("CompleteAction");

		this.stage.complete("ciso", later, "GiveAssurance", Stage.assured());

		BpmnAwareTests.assertThat(plan).isEnded().hasPassed("EndEvent_TreatmentEnded");
		assertThat(running(caseId)).isZero();
		assertThat(decision(caseId)).isEqualTo("ENDED LATER_DECISION");
		assertThat(this.stage.openForms(later)).containsExactly("CompleteAction");
		assertThat(Caller.browserOf("auditor", this.port).get("/cases/" + caseId).body())
			.contains("a later decision on the risk took its place");
	}

	@Test
	void endsWhenTheCisoConfirmsThatTheRiskIsGone() {
		String caseId = this.stage.upToTreatment(4, 4);
		String riskId = String.valueOf(this.cases.require(caseId).riskId());

		assertThat(Caller.of("ciso", this.port)
			.post("/api/v1/risks/" + riskId + "/closure", Map.of("reason", "Switched off."))
			.isOk()).isTrue();

		assertThat(running(caseId)).isZero();
		assertThat(decision(caseId)).isEqualTo("ENDED RISK_CLOSED");
	}

	@Test
	void changesNothingWhenADelegateRunsTwice() {
		String caseId = this.stage.upToTreatment(4, 4);
		this.plans.begin(this.inForce.ofCase(caseId).orElseThrow());
		done("cio", caseId);
		this.plans.report(this.plans.require(caseId), 1, new Result(ActionState.OVERDUE, null, null, null));
		verify("ciso", caseId, "NOT_EFFECTIVE", 4, 4);
		this.plans.verify(this.plans.require(caseId), new Verification(Effect.NOT_VERIFIED, null, null, null));
		this.conclusion.draw(caseId);

		assertThat(results(caseId)).containsExactly("1 DONE cio");
		assertThat(decision(caseId)).isEqualTo("ENDED NOT_EFFECTIVE");
		assertThat(opened(caseId)).hasSize(1);
	}

	@Test
	void closesOnceWhenTheConclusionIsDrawnTwice() {
		String caseId = this.stage.upToTreatment(4, 4);
		done("cio", caseId);
		verify("ciso", caseId, "EFFECTIVE", 1, 1);

		this.conclusion.draw(caseId);

		assertThat(risk(caseId)).isEqualTo("CLOSED 1 none");
		assertThat(opened(caseId)).isEmpty();
	}

	private String treated(Object... more) {
		Map<String, Object> decision = Stage.mitigate();
		decision.putAll(Stage.answers(more));
		return decided(4, 4, decision);
	}

	private String decided(int likelihood, int impact, Map<String, Object> decision) {
		String caseId = this.stage.upToDecision(likelihood, impact);
		this.stage.complete("cio", caseId, "DecideRisk", decision);
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		return caseId;
	}

	/**
	 * Brings a case above tolerance to a decision that the committee bound to a
	 * condition.
	 */
	private String conditioned(String treatment) {
		String conditions = "IMPOSE_CONDITIONS";
		String caseId = this.stage.upToDecision(4, 4);
		boolean objected = treatment.equals("MITIGATE");
		this.stage.complete("cio", caseId, "DecideRisk", switch (treatment) {
			case "ACCEPT" -> Stage.accept();
			case "EXEMPT" -> Stage.exempt("2027-04-30");
			default -> Stage.mitigate();
		});
		this.stage.complete("ciso", caseId, "GiveAssurance", objected ? Stage.objected() : Stage.assured());
		if (objected) {
			this.stage.complete("cio", caseId, "SeekAgreement", Stage.answers("outcome", "STAND"));
			this.stage.complete("ciso", caseId, "SeekAgreement", Stage.answers("outcome", "DISAGREEMENT_CONFIRMED"));
		}
		this.stage.plead(caseId);
		this.stage.vote(caseId, conditions, conditions, conditions, conditions, conditions, conditions, conditions);
		this.stage.acknowledge(caseId);
		return caseId;
	}

	private void done(String user, String caseId) {
		this.stage.complete(user, caseId, "CompleteAction", Map.of("done", true));
	}

	private void verify(String user, String caseId, String outcome, int likelihood, int impact) {
		this.stage.complete(user, caseId, "VerifyTreatment", Stage.answers("outcome", outcome, "likelihood", likelihood,
				"impact", impact, "reasoning", "It was tested."));
	}

	private String openAnother(String caseId) {
		return this.opening.openAnother(this.cases.require(caseId), "It is looked at again.").orElseThrow();
	}

	private Task action(String caseId, int number) {
		return this.stage.tasksOf(caseId, "CompleteAction")
			.stream()
			.filter((task) -> task.getName().endsWith(" " + number))
			.findFirst()
			.orElseThrow();
	}

	private Job grace(String caseId, Task action) {
		return this.management.createJobQuery()
			.processInstanceId(action.getProcessInstanceId())
			.activityId("BoundaryEvent_ActionPastGrace")
			.list()
			.stream()
			.filter((job) -> job.getExecutionId().equals(action.getExecutionId()))
			.findFirst()
			.orElseThrow();
	}

	private long running(String caseId) {
		return this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).count();
	}

	private static LocalDateTime local(Date date) {
		return LocalDateTime.ofInstant(date.toInstant(), ZONE);
	}

	/** State, level, and state among the unacceptable ones. */
	private String risk(String caseId) {
		return one("""
				select concat_ws(' ', r.state, r.level, coalesce(u.state, 'none'))
				  from risk r join risk_case c using (risk_id) left join unacceptable_risk u using (risk_id)
				 where c.case_id = ?""", caseId);
	}

	private String decision(String caseId) {
		return one(
				"select concat_ws(' ', state, ended_because) from decision where case_id = ? order by number desc limit 1",
				caseId);
	}

	/** Who opened other cases on the risk, and why. */
	private List<String> opened(String caseId) {
		return list("""
				select concat_ws(' ', o.raised_by, o.opened_because)
				  from risk_case c join risk_case o on o.risk_id = c.risk_id and o.case_id <> c.case_id
				 where c.case_id = ?""", caseId);
	}

	private String another(String caseId) {
		return one("""
				select o.case_id from risk_case c join risk_case o on o.risk_id = c.risk_id and o.case_id <> c.case_id
				 where c.case_id = ?""", caseId);
	}

	private List<String> told(String caseId, String text) {
		return this.jdbc.sql("select recipient from notice where case_id = ? and kind = 'INFORMATION' and text like ?")
			.params(caseId, text)
			.query(String.class)
			.list();
	}

	private List<String> results(String caseId) {
		return list(
				"select concat_ws(' ', number, state, reported_by) from action_result where case_id = ? order by number",
				caseId);
	}

	private List<String> ratings(String caseId) {
		return list("""
				select concat_ws(' ', k.cause, k.level, k.band) from risk_rating k join risk_case c using (risk_id)
				 where c.case_id = ? order by k.number""", caseId);
	}

	private String one(String sql, String caseId) {
		return this.jdbc.sql(sql).param(caseId).query(String.class).single();
	}

	private List<String> list(String sql, String caseId) {
		return this.jdbc.sql(sql).param(caseId).query(String.class).list();
	}

}
