package dev.parley.challenge;

import java.util.List;
import java.util.Map;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.engine.guard.Refusal;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ParleyTest
class CisoChallengeTest {

	private static final Map<String, Object> ANSWER = Stage.answers("answer", "The operations team, each month.",
			"evidenceLink", "https://wiki.example/patching");

	@Autowired
	Stage stage;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void isLeftOutOnTheFastLane() {
		String caseId = this.stage.upToDecision(1, 1);

		assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk");
		assertThat(count("challenge", caseId)).isZero();
	}

	@Test
	void supportsWhatTheCisoExaminedWithoutAQuestion() {
		String caseId = this.stage.upToChallenge(3, 3);
		ProcessInstance process = this.stage.instance(caseId, "CisoChallenge");

		this.stage.complete("ciso", caseId, "RaiseChallenge", Stage.nothingToAsk());

		assertThat(judgements(caseId)).containsExactly("0 SUPPORTED ciso");
		assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk");
		BpmnAwareTests.assertThat(process)
			.isEnded()
			.hasPassed("UserTask_RaiseChallenge", "EndEvent_ChallengeJudged")
			.hasNotPassed("UserTask_AnswerQuestion", "UserTask_JudgeAnswers");
	}

	@Test
	void refusesToAskNothingAndToSayNothing() {
		String caseId = this.stage.upToChallenge(3, 3);

		refused("ciso", caseId, "RaiseChallenge", Map.of(), "Ask at least one question");
		assertThat(count("challenge_statement", caseId)).isZero();
	}

	@Test
	void refusesAStatementThatRepeatsAnEarlierOneNearlyWordForWord() {
		String first = this.stage.upToChallenge(3, 3);
		Map<String, Object> statement = Stage.nothingToAsk();
		this.stage.complete("ciso", first, "RaiseChallenge", statement);
		String second = this.stage.upToChallenge(3, 3);
		Map<String, Object> repeated = Stage.answers("examined",
				"  " + statement.get("examined").toString().toUpperCase() + ", again 2026!");

		refused("ciso", second, "RaiseChallenge", repeated, "nearly word for word");
		this.stage.complete("ciso-deputy", second, "RaiseChallenge", repeated);
	}

	@Test
	void asksEachQuestionAsATaskOfItsOwn() {
		String caseId = this.stage.upToAnswers(3, 3);

		List<Task> tasks = this.stage.tasksOf(caseId, "AnswerQuestion");
		assertThat(tasks).hasSize(2);
		this.stage.completeTask("cio", tasks.get(1).getId(), ANSWER);
		assertThat(this.stage.openForms(caseId)).containsExactly("AnswerQuestion");
		this.stage.completeTask("cio-deputy", tasks.get(0).getId(), Stage.answers("answer", "The night shift."));

		assertThat(this.stage.openForms(caseId)).containsExactly("JudgeAnswers");
		assertThat(this.jdbc.sql("""
				select q.question || ' ' || q.asked_by || ' ' || a.state || ' ' || count(*)
				  from question q join answer a using (case_id, number)
				 where case_id = ? and a.answered_at is not null and q.asked_at is not null
				 group by q.question, q.asked_by, a.state order by 1""").param(caseId).query(String.class).list())
			.containsExactly("Who patches? ciso ANSWERED 1", "Who watches? ciso ANSWERED 1");
		assertThat(this.jdbc.sql("select distinct answered_by from answer where case_id = ? order by 1")
			.param(caseId)
			.query(String.class)
			.list()).containsExactly("cio", "cio-deputy");
	}

	@Test
	void goesAnotherRoundAndThenNoFurther() {
		String caseId = this.stage.upToAnswers(4, 4);
		answerAll(caseId);
		this.stage.complete("ciso", caseId, "JudgeAnswers", Stage.answers("outcome", "ANOTHER_ROUND", "satisfied",
				List.of(1), "furtherQuestions", "And at night?"));
		assertThat(this.stage.openForms(caseId)).containsExactly("AnswerQuestion");
		answerAll(caseId);

		refused("ciso", caseId, "JudgeAnswers",
				Stage.answers("outcome", "ANOTHER_ROUND", "furtherQuestions", "And on Sundays?"), "round 2 of 2");
		assertThat(count("question", caseId)).isEqualTo(3);
		this.stage.complete("ciso", caseId, "JudgeAnswers",
				Stage.answers("outcome", "CONTESTED", "satisfied", List.of("2", 3.0)));

		assertThat(judgements(caseId)).containsExactly("1 ANOTHER_ROUND ciso", "2 CONTESTED ciso");
		assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk");
	}

	@Test
	void refusesAnotherRoundWithoutAQuestionAndQuestionsWithoutAnotherRound() {
		String caseId = this.stage.upToAnswers(3, 3);
		answerAll(caseId);

		refused("ciso", caseId, "JudgeAnswers", Stage.answers("outcome", "ANOTHER_ROUND"), "needs a question");
		refused("ciso", caseId, "JudgeAnswers", Stage.answers("outcome", "SUPPORTED", "furtherQuestions", "Why?"),
				"belong to the outcome ANOTHER_ROUND");
		refused("ciso", caseId, "JudgeAnswers", Stage.answers("outcome", "SUPPORTED", "satisfied", List.of(9)),
				"it may list [1, 2]");
	}

	@Test
	void refusesAnAnswerByTheCisosOffice() {
		String caseId = this.stage.upToAnswers(3, 3);
		String task = this.stage.tasksOf(caseId, "AnswerQuestion").get(0).getId();

		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.stage.completeTask("ciso", task, ANSWER))
			.matches((refusal) -> refusal.status() == 403);
	}

	@Test
	void neverSupportsAChallengeThatIsOverdue() {
		String caseId = this.stage.upToChallenge(3, 3);

		this.stage.letTimePass(caseId, "RaiseChallenge");

		assertThat(judgements(caseId)).containsExactly("0 NOT_JUDGED nobody");
		assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk");
	}

	@Test
	void judgesWithoutTheAnswersThatAreOverdue() {
		String caseId = this.stage.upToAnswers(3, 3);
		this.stage.completeFirst("cio", caseId, "AnswerQuestion", ANSWER);

		this.stage.letTimePass(caseId, "AnswerQuestion");

		assertThat(this.jdbc.sql("select state from answer where case_id = ? order by state")
			.param(caseId)
			.query(String.class)
			.list()).containsExactly("ANSWERED", "UNANSWERED");
		assertThat(this.stage.openForms(caseId)).containsExactly("JudgeAnswers");
	}

	@Test
	void neverSupportsAnswersWhoseJudgementIsOverdue() {
		String caseId = this.stage.upToAnswers(3, 3);
		answerAll(caseId);

		this.stage.letTimePass(caseId, "JudgeAnswers");

		assertThat(judgements(caseId)).containsExactly("1 NOT_JUDGED nobody");
		assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk");
	}

	private void answerAll(String caseId) {
		this.stage.tasksOf(caseId, "AnswerQuestion")
			.forEach((task) -> this.stage.completeTask("cio", task.getId(), ANSWER));
	}

	private void refused(String user, String caseId, String form, Map<String, Object> answers, String words) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.stage.completeFirst(user, caseId, form, answers))
			.withMessageContaining(words)
			.matches((refusal) -> refusal.status() == 400);
		assertThat(this.stage.openForms(caseId)).contains(form);
	}

	private List<String> judgements(String caseId) {
		return this.jdbc.sql(
				"select round || ' ' || outcome || ' ' || coalesce(judged_by, 'nobody') from judgement where case_id = ? order by round")
			.param(caseId)
			.query(String.class)
			.list();
	}

	private int count(String table, String caseId) {
		return this.jdbc.sql("select count(*) from " + table + " where case_id = ?")
			.param(caseId)
			.query(Integer.class)
			.single();
	}

}
