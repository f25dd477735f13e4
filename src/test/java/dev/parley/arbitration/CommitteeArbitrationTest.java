package dev.parley.arbitration;

import java.util.List;
import java.util.Map;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.decision.CaseWithdrawal;
import dev.parley.engine.guard.Refusal;
import dev.parley.submission.Submission;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
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
class CommitteeArbitrationTest {

	private static final String DECISION = "UPHOLD_DECISION";

	private static final String OBJECTION = "UPHOLD_OBJECTION";

	private static final String CONDITIONS = "IMPOSE_CONDITIONS";

	private static final String CRO = "REFER_TO_CRO";

	private static final String ABSTAIN = "ABSTAIN";

	@Autowired
	Stage stage;

	@Autowired
	TaskService tasks;

	@Autowired
	CaseWithdrawal withdrawal;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void upholdsADecisionOnceBothSidesHaveTakenNote() {
		String caseId = this.stage.upToVotes();
		ProcessInstance process = this.stage.instance(caseId, "CommitteeArbitration");

		this.stage.vote(caseId, DECISION, DECISION, DECISION, DECISION, OBJECTION, OBJECTION, ABSTAIN);

		assertThat(ruling(caseId)).isEqualTo("COMMITTEE UPHOLD_DECISION GIVEN");
		assertThat(decisions(caseId)).containsExactly("1 MITIGATE DECIDED");
		this.stage.completeOf("cio", caseId, "AcknowledgeRuling", Map.of());
		assertThat(decisions(caseId)).containsExactly("1 MITIGATE DECIDED");
		this.stage.completeOf("ciso", caseId, "AcknowledgeRuling", Stage.answers("remark", "Noted."));
		assertThat(ruling(caseId)).isEqualTo("COMMITTEE UPHOLD_DECISION IN_FORCE");
		assertThat(decisions(caseId)).containsExactly("1 MITIGATE IN_FORCE");
		assertThat(caseState(caseId)).isEqualTo("ESCALATED over");
		assertThat(referrals(caseId)).containsExactly("COMMITTEE CONFLICT RULED 1");
		BpmnAwareTests.assertThat(process)
			.isEnded()
			.hasPassedInOrder("UserTask_PleadCase", "UserTask_CastVote", "ServiceTask_RecordTally",
					"UserTask_AcknowledgeRuling", "EndEvent_RulingInForce");
		assertThat(this.stage.instance(caseId, "RiskDecision")).isNull();
	}

	@Test
	void makesActionsOfTheConditionsOfAllVotesForThemEachOnce() {
		String caseId = this.stage.upToVotes();
		this.stage.castBallot(caseId, "member5", Stage.answers("vote", CONDITIONS, "conditions",
				"Watch the appliance|cio|2027-03-01\nSegment the network|cio|2027-04-01"));

		this.stage.vote(caseId, CONDITIONS, CONDITIONS, DECISION, CONDITIONS);
		this.stage.castBallot(caseId, "member6", Stage.answers("vote", OBJECTION));
		this.stage.castBallot(caseId, "member7", Stage.answers("vote", ABSTAIN, "comment", "I lack the facts."));
		this.stage.acknowledge(caseId);

		assertThat(decisions(caseId)).containsExactly("1 MITIGATE IN_FORCE");
		assertThat(imposed(caseId)).containsExactly("2 Watch the appliance ciso 2027-03-01",
				"3 Watch the appliance cio 2027-03-01", "4 Segment the network cio 2027-04-01");
	}

	@Test
	void letsTheOwnerDecideOnceMoreAfterARefusalAndBarsTheTreatment() {
		String caseId = this.stage.upToVotes();

		this.stage.vote(caseId, OBJECTION, OBJECTION, OBJECTION, OBJECTION, OBJECTION, DECISION, DECISION);
		this.stage.acknowledge(caseId);

		assertThat(decisions(caseId)).containsExactly("1 MITIGATE REFUSED");
		assertThat(caseState(caseId)).isEqualTo("OPEN");
		refused("cio", caseId, "DecideRisk", Stage.mitigate(), "Mitigate was refused by the ruling");
		this.stage.complete("cio", caseId, "DecideRisk", avoid());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		assertThat(decisions(caseId)).containsExactly("1 MITIGATE REFUSED", "2 AVOID IN_FORCE");
		assertThat(caseState(caseId)).isEqualTo("SETTLED over");
	}

	@Test
	void endsTheCaseWhenTheChiefRiskOfficerRefusesTheSecondDecisionToo() {
		String caseId = this.stage.upToVotes();
		this.stage.vote(caseId, OBJECTION, OBJECTION, OBJECTION, OBJECTION, OBJECTION, OBJECTION, OBJECTION);
		this.stage.acknowledge(caseId);

		this.stage.complete("cio", caseId, "DecideRisk", Stage.accept());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		assertThat(referrals(caseId)).containsExactly("COMMITTEE CONFLICT RULED 1", "CRO AUTHORITY OPEN 2");
		this.stage.plead(caseId);
		this.stage.complete("cro", caseId, "RuleOnReferral", ruled(OBJECTION));
		this.stage.acknowledge(caseId);

		assertThat(decisions(caseId)).containsExactly("1 MITIGATE REFUSED", "2 ACCEPT REFUSED");
		assertThat(caseState(caseId)).isEqualTo("ESCALATED over");
		assertThat(this.stage.instance(caseId, "RiskDecision")).isNull();
		assertThat(unacceptable(caseId)).isEqualTo("NO_DECISION");
		assertThat(this.jdbc.sql("""
				select n.raised_by || ' ' || n.state from risk_case n join risk_case c using (risk_id)
				 where c.case_id = ? and n.case_id <> c.case_id""").param(caseId).query(String.class).list())
			.containsExactly("system OPEN");
	}

	@Test
	void confirmsAnAcceptanceBeyondTheOwnersRight() {
		String caseId = this.stage.upToDecision(4, 4);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.accept());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		this.stage.plead(caseId);
		assertThat(unacceptable(caseId)).isEqualTo("NO_DECISION");

		this.stage.vote(caseId, DECISION, DECISION, DECISION, DECISION, ABSTAIN, ABSTAIN, ABSTAIN);
		assertThat(unacceptable(caseId)).isEqualTo("NO_DECISION");
		this.stage.acknowledge(caseId);

		assertThat(decisions(caseId)).containsExactly("1 ACCEPT IN_FORCE");
		assertThat(unacceptable(caseId)).isEqualTo("ACCEPTED_ABOVE_TOLERANCE");
	}

	@Test
	void putsAnExemptionInForceOnlyByAConfirmation() {
		String caseId = this.stage.upToDecision(4, 4);
		this.stage.complete("cio", caseId, "DecideRisk", exempt());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		this.stage.plead(caseId);

		this.stage.vote(caseId, DECISION, DECISION, DECISION, DECISION, DECISION, DECISION, DECISION);
		this.stage.acknowledge(caseId);

		assertThat(decisions(caseId)).containsExactly("1 EXEMPT IN_FORCE");
		assertThat(unacceptable(caseId)).isEqualTo("EXEMPTION_IN_FORCE");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"UPHOLD_DECISION,UPHOLD_DECISION,UPHOLD_DECISION,UPHOLD_OBJECTION,UPHOLD_OBJECTION,UPHOLD_OBJECTION,ABSTAIN | NO_MAJORITY",
			"UPHOLD_DECISION,UPHOLD_DECISION,UPHOLD_DECISION,UPHOLD_OBJECTION,UPHOLD_OBJECTION,IMPOSE_CONDITIONS,IMPOSE_CONDITIONS | NO_MAJORITY",
			"ABSTAIN,ABSTAIN,ABSTAIN,ABSTAIN,ABSTAIN,ABSTAIN,ABSTAIN | NO_MAJORITY",
			"REFER_TO_CRO,REFER_TO_CRO,REFER_TO_CRO,REFER_TO_CRO,UPHOLD_OBJECTION,UPHOLD_OBJECTION,ABSTAIN | VOTED" })
	void passesTheCaseOnWhereTheVotesAreNoRuling(String votes, String cause) {
		String caseId = this.stage.upToVotes();

		this.stage.vote(caseId, votes.split(","));

		assertThat(this.stage.openForms(caseId)).containsExactly("RuleOnReferral");
		assertThat(passedOn(caseId)).containsExactly(cause);
		this.stage.complete("cro", caseId, "RuleOnReferral", ruled(DECISION));
		this.stage.acknowledge(caseId);
		assertThat(ruling(caseId)).isEqualTo("CRO UPHOLD_DECISION IN_FORCE");
		assertThat(decisions(caseId)).containsExactly("1 MITIGATE IN_FORCE");
	}

	@Test
	void callsASecondTimeWhenTheQuorumIsMissedAndThenPassesTheCaseOn() {
		String caseId = this.stage.upToVotes();
		this.stage.vote(caseId, DECISION, DECISION, DECISION);

		this.stage.letTimePass(caseId, "CastVote");
		assertThat(this.stage.tasksOf(caseId, "CastVote")).hasSize(7);
		this.stage.vote(caseId, DECISION, DECISION);
		this.stage.letTimePass(caseId, "CastVote");

		assertThat(tallies(caseId)).containsExactly("1 3 4 false SECOND_CALL", "2 2 5 false REFER_TO_CRO");
		assertThat(passedOn(caseId)).containsExactly("NO_QUORUM");
		assertThat(this.stage.openForms(caseId)).containsExactly("RuleOnReferral");
	}

	@Test
	void rulesInTheSecondCall() {
		String caseId = this.stage.upToVotes();
		this.stage.letTimePass(caseId, "CastVote");

		this.stage.vote(caseId, DECISION, DECISION, DECISION, DECISION);
		this.stage.letTimePass(caseId, "CastVote");

		assertThat(tallies(caseId)).containsExactly("1 0 7 false SECOND_CALL", "2 4 3 true RULING");
		assertThat(ruling(caseId)).isEqualTo("COMMITTEE UPHOLD_DECISION GIVEN");
	}

	@Test
	void decidesByThoseWhoVotedWhenTimeIsOverAndTheQuorumIsMet() {
		String caseId = this.stage.upToVotes();
		this.stage.vote(caseId, OBJECTION, OBJECTION, ABSTAIN, ABSTAIN);

		this.stage.letTimePass(caseId, "CastVote");

		assertThat(ruling(caseId)).isEqualTo("COMMITTEE UPHOLD_OBJECTION GIVEN");
	}

	@Test
	void doesNotAskAgainWhoDeclaredAConflictOfInterest() {
		String caseId = this.stage.upToVotes();
		this.stage.castBallot(caseId, "member4",
				Stage.answers("conflict", true, "recusalReason", "My unit runs the appliance."));

		this.stage.letTimePass(caseId, "CastVote");

		assertThat(this.stage.tasksOf(caseId, "CastVote")).extracting(Task::getAssignee)
			.containsExactlyInAnyOrder("member1", "member2", "member3", "member5", "member6", "member7");
		assertThat(tallies(caseId)).containsExactly("1 0 6 false SECOND_CALL");
		assertThat(this.jdbc.sql("""
				select recused_because from round_member where case_id = ? and round = 2 and member = 'member4'""")
			.param(caseId)
			.query(String.class)
			.single()).contains("My unit runs the appliance.");
	}

	@Test
	void votesWithoutAPleaThatIsOverdue() {
		String caseId = this.stage.upToPleas();
		this.stage.completeOf("ciso", caseId, "PleadCase", Stage.answers("plea", "The measure comes too late."));

		this.stage.letTimePass(caseId, "PleadCase");

		assertThat(this.jdbc.sql("select side || ' ' || state from plea where case_id = ? order by side")
			.param(caseId)
			.query(String.class)
			.list()).containsExactly("IT NOT_GIVEN", "SECURITY GIVEN");
		assertThat(this.stage.tasksOf(caseId, "CastVote")).hasSize(7);
	}

	@Test
	void keepsAnOverdueRulingOpenAndAlertsTheSponsor() {
		String caseId = this.stage.upToOfficersRuling();

		this.stage.letTimePass(caseId, "RuleOnReferral");

		assertThat(this.stage.openForms(caseId)).containsExactly("RuleOnReferral");
		assertThat(unacceptable(caseId)).isEqualTo("NO_DECISION");
		assertThat(this.jdbc.sql("select text from notice where case_id = ? and recipient = 'executive-sponsor'")
			.param(caseId)
			.query(String.class)
			.single()).contains("is overdue");
		this.stage.complete("cro", caseId, "RuleOnReferral", ruled(DECISION));
		assertThat(ruling(caseId)).isEqualTo("CRO UPHOLD_DECISION GIVEN");
	}

	@Test
	void isInForceWhenTheTimeToAppealIsOver() {
		String caseId = this.stage.upToVotes();
		this.stage.vote(caseId, DECISION, DECISION, DECISION, DECISION, DECISION, DECISION, DECISION);
		this.stage.completeOf("cio", caseId, "AcknowledgeRuling", Map.of());

		this.stage.letTimePass(caseId, "AcknowledgeRuling");

		assertThat(acknowledgements(caseId)).containsExactly("1 IT ACKNOWLEDGED", "1 SECURITY FORFEITED");
		assertThat(decisions(caseId)).containsExactly("1 MITIGATE IN_FORCE");
		assertThat(caseState(caseId)).isEqualTo("ESCALATED over");
	}

	@Test
	void setsARulingAsideOnAppealAndAllowsNoOtherAppeal() {
		String caseId = this.stage.upToVotes();
		this.stage.vote(caseId, DECISION, DECISION, DECISION, DECISION, DECISION, DECISION, DECISION);

		this.stage.completeOf("ciso", caseId, "AcknowledgeRuling",
				Stage.answers("appeal", true, "grounds", "The committee did not see the test."));

		assertThat(this.stage.openForms(caseId)).containsExactly("RuleOnReferral");
		assertThat(decisions(caseId)).containsExactly("1 MITIGATE DECIDED");
		this.stage.complete("cro", caseId, "RuleOnReferral", Stage.answers("ruling", CONDITIONS, "reasons",
				"The test matters.", "conditions", "Repeat the test | ciso | 2027-02-01"));
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.stage.completeOf("cio", caseId, "AcknowledgeRuling",
					Stage.answers("appeal", true, "grounds", "I do not like it.")))
			.matches((refusal) -> refusal.status() == 400);
		this.stage.acknowledge(caseId);
		assertThat(this.jdbc
			.sql("select ruled_by || ' ' || outcome || ' ' || state from ruling where case_id = ? order by number")
			.param(caseId)
			.query(String.class)
			.list()).containsExactly("COMMITTEE UPHOLD_DECISION SET_ASIDE", "CRO IMPOSE_CONDITIONS IN_FORCE");
		assertThat(imposed(caseId)).containsExactly("2 Repeat the test ciso 2027-02-01");
		assertThat(acknowledgements(caseId)).containsExactly("1 SECURITY APPEALED", "2 IT ACKNOWLEDGED",
				"2 SECURITY ACKNOWLEDGED");
	}

	@Test
	void goesStraightToTheChiefRiskOfficerAboveCapacity() {
		String caseId = this.stage.upToOfficersRuling();

		this.stage.complete("cro", caseId, "RuleOnReferral", ruled(DECISION));
		this.stage.acknowledge(caseId);

		assertThat(referrals(caseId)).containsExactly("CRO AUTHORITY RULED 1");
		assertThat(this.jdbc.sql("select count(*) from voting_round where case_id = ?")
			.param(caseId)
			.query(Long.class)
			.single()).isZero();
		assertThat(unacceptable(caseId)).isEqualTo("ACCEPTED_ABOVE_TOLERANCE");
	}

	@Test
	void upholdsNoDecisionWhileThereIsNone() {
		String caseId = overdue();

		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.stage.castBallot(caseId, "member1", Stage.answers("vote", DECISION)))
			.matches((refusal) -> refusal.status() == 400);
		this.stage.vote(caseId, CRO, CRO, CRO, CRO, CRO, CRO, CRO);
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.stage.complete("cro", caseId, "RuleOnReferral", ruled(DECISION)))
			.matches((refusal) -> refusal.status() == 400);
	}

	@Test
	void bindsALaterDecisionByTheConditionsOfTheRuling() {
		String caseId = overdue();
		this.stage.vote(caseId, CONDITIONS, CONDITIONS, CONDITIONS, CONDITIONS, ABSTAIN, ABSTAIN, ABSTAIN);
		this.stage.acknowledge(caseId);
		assertThat(caseState(caseId)).isEqualTo("OPEN");
		assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk");
		assertThat(String.valueOf(this.tasks.getVariable(this.stage.task(caseId, "DecideRisk").getId(), "caseSoFar")))
			.contains("Watch the appliance");

		this.stage.complete("cio", caseId, "DecideRisk", avoid());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());

		assertThat(decisions(caseId)).containsExactly("1 AVOID IN_FORCE");
		assertThat(imposed(caseId)).containsExactly("2 Watch the appliance ciso 2027-03-01");
		assertThat(caseState(caseId)).isEqualTo("SETTLED over");
		assertThat(this.stage.instance(caseId, "RiskDecision")).isNull();
	}

	@Test
	void bindsADecisionThatComesBeforeTheRulingIsAcknowledged() {
		String caseId = overdue();
		this.stage.vote(caseId, CONDITIONS, CONDITIONS, CONDITIONS, CONDITIONS, ABSTAIN, ABSTAIN, ABSTAIN);

		this.stage.complete("cio", caseId, "DecideRisk", avoid());

		assertThat(referrals(caseId)).containsExactly("COMMITTEE OVERDUE RULED none");
		assertThat(ruling(caseId)).isEqualTo("COMMITTEE IMPOSE_CONDITIONS IN_FORCE");
		assertThat(imposed(caseId)).containsExactly("2 Watch the appliance ciso 2027-03-01");
		assertThat(this.stage.openForms(caseId)).containsExactly("GiveAssurance");
	}

	@Test
	void isReplacedByADecisionBeforeTheRuling() {
		String caseId = overdue();
		this.stage.castBallot(caseId, "member1", Stage.answers("vote", OBJECTION));

		this.stage.complete("cio", caseId, "DecideRisk", avoid());

		assertThat(referrals(caseId)).containsExactly("COMMITTEE OVERDUE REPLACED none");
		assertThat(this.stage.openForms(caseId)).containsExactly("GiveAssurance");
		assertThat(this.stage.instance(caseId, "CommitteeArbitration")).isNull();
	}

	@Test
	void handsADecisionThatIsStillOverdueToTheChiefRiskOfficer() {
		String caseId = overdue();
		this.stage.vote(caseId, OBJECTION, OBJECTION, OBJECTION, OBJECTION, OBJECTION, OBJECTION, OBJECTION);
		this.stage.acknowledge(caseId);
		assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk");

		this.stage.fireTimer(caseId, "CatchEvent_DecisionStillOverdue");

		assertThat(referrals(caseId)).containsExactly("COMMITTEE OVERDUE RULED none", "CRO OVERDUE OPEN none");
		this.stage.plead(caseId);
		assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk", "RuleOnReferral");
	}

	@Test
	void endsWithACaseThatIsWithdrawn() {
		String caseId = overdue();

		withdraw(caseId);

		assertThat(caseState(caseId)).isEqualTo("WITHDRAWN over");
		assertThat(this.stage.openForms(caseId)).isEmpty();
		assertThat(this.stage.instance(caseId, "CommitteeArbitration")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "member2", "cio", "ciso", "chair", "cro", "sponsor", "admin" })
	void letsNobodyVoteForAnother(String user) {
		String caseId = this.stage.upToVotes();
		String task = this.stage.ballotOf(caseId, "member1").getId();

		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.stage.completeTask(user, task, Stage.answers("vote", DECISION)))
			.matches((refusal) -> refusal.status() == 403);
	}

	private String overdue() {
		String caseId = this.stage.upToDecision(4, 4);
		this.stage.letTimePass(caseId, "DecideRisk");
		this.stage.plead(caseId);
		return caseId;
	}

	private void withdraw(String caseId) {
		this.withdrawal.withdraw(caseId, new Submission(Stage.answers("reason", "The initiative was stopped.")), "cio");
	}

	private void refused(String user, String caseId, String form, Map<String, Object> answers, String words) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.stage.complete(user, caseId, form, answers))
			.matches((refusal) -> refusal.status() == 400)
			.withMessageContaining(words);
	}

	private static Map<String, Object> ruled(String ruling) {
		return Stage.answers("ruling", ruling, "reasons", "Both sides were heard.");
	}

	private static Map<String, Object> avoid() {
		Map<String, Object> answers = Stage.mitigate();
		answers.putAll(Map.of("treatment", "AVOID", "reviewOn", "2027-12-31", "action1", "Switch the appliance off",
				"action1Due", "2027-09-30"));
		return answers;
	}

	private static Map<String, Object> exempt() {
		Map<String, Object> answers = Stage.accept();
		answers.putAll(Map.of("treatment", "EXEMPT", "deviatesFrom", "The patch policy", "compensatingControls",
				"The appliance is watched", "endsOn", "2027-06-30"));
		return answers;
	}

	private String ruling(String caseId) {
		return this.jdbc.sql(
				"select ruled_by || ' ' || outcome || ' ' || state from ruling where case_id = ? order by referral desc, number desc limit 1")
			.param(caseId)
			.query(String.class)
			.single();
	}

	private List<String> decisions(String caseId) {
		return list("select number || ' ' || treatment || ' ' || state from decision where case_id = ? order by number",
				caseId);
	}

	private List<String> referrals(String caseId) {
		return list("""
				select sent_to || ' ' || reason || ' ' || state || ' ' || coalesce(decision::text, 'none')
				  from referral where case_id = ? order by number""", caseId);
	}

	private List<String> passedOn(String caseId) {
		return list("select cause from passing_on where case_id = ?", caseId);
	}

	private List<String> acknowledgements(String caseId) {
		return list("select ruling || ' ' || side || ' ' || state from acknowledgement where case_id = ? order by 1",
				caseId);
	}

	/** Round, votes, those who did not vote, quorum and result. */
	private List<String> tallies(String caseId) {
		return list("""
				select round || ' ' || uphold_decision + uphold_objection + impose_conditions + refer_to_cro + abstained
				       || ' ' || not_voted || ' ' || quorum || ' ' || result
				  from tally where case_id = ? order by round""", caseId);
	}

	private List<String> imposed(String caseId) {
		return list("""
				select number || ' ' || action || ' ' || owner || ' ' || due_on
				  from decision_action where case_id = ? and imposed order by number""", caseId);
	}

	private String caseState(String caseId) {
		return this.jdbc.sql(
				"select state || case when settled_at is null then '' else ' over' end from risk_case where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

	private String unacceptable(String caseId) {
		return this.jdbc.sql("select u.state from unacceptable_risk u join risk_case using (risk_id) where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

	private List<String> list(String sql, String caseId) {
		return this.jdbc.sql(sql).param(caseId).query(String.class).list();
	}

}
