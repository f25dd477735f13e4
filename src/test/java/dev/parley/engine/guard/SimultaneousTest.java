package dev.parley.engine.guard;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.parley.Api;
import dev.parley.Apis;
import dev.parley.Apis.Outcome;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.Command;
import dev.parley.ParleyTest;
import dev.parley.Race;
import dev.parley.Stage;
import dev.parley.engine.guard.OpenTasks.Target;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two things at the same moment come out as if one had been first, and whoever is too
 * late is told so.
 */
@ParleyTest
@TestInstance(Lifecycle.PER_CLASS)
class SimultaneousTest {

	private static final int ROUNDS = 10;

	/** How many steps a request needs longer than a timer, until it gets to the case. */
	private static final int REQUEST = 3;

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	Apis apis;

	@Autowired
	TaskService tasks;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService management;

	@Autowired
	HistoryService history;

	@Autowired
	JdbcClient jdbc;

	private Race race;

	private OpenTasks openTasks;

	@BeforeAll
	void signIn() {
		this.race = new Race(this.management);
		this.openTasks = new OpenTasks(this.stage, this.tasks, this.management, this.history);
		List.of("requester", "cio", "cio-deputy", "ciso", "cro").forEach(this.apis::browserOf);
	}

	@AfterAll
	void stopThreads() {
		this.race.close();
	}

	@RepeatedTest(ROUNDS)
	void takesOnePositionOfTwo(RepetitionInfo round) {
		Target target = this.openTasks.open("StateItPosition");

		List<Outcome> outcomes = completedTwice(target, round);

		Race.assertOneWon(outcomes);
		assertThat(count("position", target.caseId())).isOne();
		assertThat(acts(target.caseId(), "STATE_IT")).isOne();
	}

	@RepeatedTest(ROUNDS)
	void takesOneDecisionOfTwo(RepetitionInfo round) {
		Target target = this.openTasks.open("DecideRisk");

		List<Outcome> outcomes = completedTwice(target, round);

		Race.assertOneWon(outcomes);
		assertThat(count("decision", target.caseId())).isOne();
		assertThat(acts(target.caseId(), "DECIDE")).isOne();
		assertThat(this.stage.openForms(target.caseId())).containsExactly("GiveAssurance");
	}

	@RepeatedTest(ROUNDS)
	void takesBothPositions(RepetitionInfo round) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		Command it = Command.submitForm(this.stage.task(caseId, "StateItPosition").getId(), Stage.itPosition(3, 3));
		Command security = Command.complete(this.stage.task(caseId, "StateSecurityPosition").getId(),
				Stage.securityPosition(3, 3));

		List<Outcome> outcomes = atOnce(round.getCurrentRepetition(), () -> this.apis.send(Api.TASKLIST, "cio", it),
				() -> this.apis.send(Api.ENGINE_REST, "ciso", security));

		assertThat(outcomes).allMatch(Outcome::isDone);
		assertThat(count("position", caseId)).isEqualTo(2);
		assertThat(this.stage.openForms(caseId)).containsExactly("RaiseChallenge");
	}

	@RepeatedTest(ROUNDS)
	void takesBothAnswers(RepetitionInfo round) {
		String caseId = this.stage.upToAnswers(3, 3);
		List<Task> questions = this.stage.tasksOf(caseId, "AnswerQuestion");

		List<Outcome> outcomes = atOnce(round.getCurrentRepetition(),
				() -> this.apis.send(Api.TASKLIST, "cio", answer(questions.get(0))),
				() -> this.apis.send(Api.ENGINE_REST, "cio-deputy", answer(questions.get(1))));

		assertThat(outcomes).allMatch(Outcome::isDone);
		assertThat(register("select string_agg(state || ' by ' || answered_by, ', ' order by answered_by) from answer"
				+ " where case_id = ?", caseId))
			.isEqualTo("ANSWERED by cio, ANSWERED by cio-deputy");
		assertThat(acts(caseId, "ANSWER")).isEqualTo(2);
		assertThat(this.stage.openForms(caseId)).containsExactly("JudgeAnswers");
	}

	private static Command answer(Task question) {
		return Command.submitForm(question.getId(), Stage.answers("answer", "The operations team."));
	}

	@RepeatedTest(ROUNDS)
	void countsTheSecondOfTwoClaimsAsTakenOver(RepetitionInfo round) {
		Target target = this.openTasks.open("StateItPosition");

		List<Outcome> outcomes = atOnce(round.getCurrentRepetition(),
				() -> this.apis.send(Api.TASKLIST, "cio", Command.claim(target.task(), "cio")),
				() -> this.apis.send(Api.ENGINE_REST, "cio-deputy", Command.claim(target.task(), "cio-deputy")));

		assertThat(outcomes).allMatch(Outcome::isDone);
		boolean mine = "cio".equals(this.openTasks.holder(target));
		assertThat(register("""
				select string_agg(from_user || ' to ' || to_user, ', ') from reassignment where case_id = ?""",
				target.caseId()))
			.isEqualTo(mine ? "cio-deputy to cio" : "cio to cio-deputy");
	}

	@RepeatedTest(ROUNDS)
	void keepsAClaimedTaskFromAColleagueOrTellsThatItIsDone(RepetitionInfo round) {
		Target target = this.openTasks.open("StateItPosition");

		List<Outcome> outcomes = atOnce(round.getCurrentRepetition(),
				() -> this.apis.send(Api.TASKLIST, "cio-deputy", Command.claim(target.task(), "cio-deputy")),
				() -> this.apis.send(Api.ENGINE_REST, "cio", Command.complete(target.task(), target.answers())));

		Outcome claim = outcomes.get(0);
		assertThat(claim.status()).as(outcomes.toString()).isIn(204, 404);
		assertThat(outcomes.get(1).status()).as(outcomes.toString()).isEqualTo(claim.isDone() ? 403 : 204);
		assertThat(count("position", target.caseId())).isEqualTo(claim.isDone() ? 0 : 1);
	}

	@RepeatedTest(ROUNDS)
	void withdrawsACaseOrTakesItsDecision(RepetitionInfo round) {
		Target target = this.openTasks.open("DecideRisk");
		String caseId = target.caseId();

		List<Outcome> outcomes = atOnce(round.getCurrentRepetition(), () -> withdraw(caseId),
				() -> this.apis.send(Api.TASKLIST, "cio", Command.submitForm(target.task(), target.answers())));

		Race.assertOneWon(outcomes);
		boolean withdrawn = outcomes.get(0).isDone();
		assertThat(count("withdrawal", caseId)).isEqualTo(withdrawn ? 1 : 0);
		assertThat(count("decision", caseId)).isEqualTo(withdrawn ? 0 : 1);
		assertThat(acts(caseId, "DECIDE")).isEqualTo(withdrawn ? 0 : 1);
		assertThat(caseState(caseId)).isEqualTo(withdrawn ? "WITHDRAWN" : "OPEN");
		assertThat(instances(caseId)).isEqualTo(withdrawn ? 0 : 2);
		assertThat(this.stage.openForms(caseId)).isEqualTo(withdrawn ? List.of() : List.of("GiveAssurance"));
	}

	@RepeatedTest(ROUNDS)
	void withdrawsACaseWithItsPositionOrWithout(RepetitionInfo round) {
		Target target = this.openTasks.open("StateItPosition");
		String caseId = target.caseId();

		List<Outcome> outcomes = atOnce(round.getCurrentRepetition(), () -> withdraw(caseId),
				() -> this.apis.send(Api.TASKLIST, "cio", Command.submitForm(target.task(), target.answers())));

		assertThat(outcomes.get(0).isDone()).as(outcomes.toString()).isTrue();
		boolean stated = outcomes.get(1).isDone();
		if (!stated) {
			Race.assertOneWon(outcomes);
		}
		assertThat(count("position", caseId)).isEqualTo(stated ? 1 : 0);
		assertThat(acts(caseId, "STATE_IT")).isEqualTo(stated ? 1 : 0);
		assertWithdrawn(caseId);
	}

	@RepeatedTest(ROUNDS)
	void withdrawsACaseOnceOfTwo(RepetitionInfo round) {
		String caseId = this.stage.raise();

		List<Outcome> outcomes = atOnce(round.getCurrentRepetition(), () -> withdraw(caseId), () -> withdraw(caseId));

		Race.assertOneWon(outcomes);
		assertThat(acts(caseId, "WITHDRAW")).isOne();
		assertWithdrawn(caseId);
	}

	@ParameterizedTest
	@CsvSource({ "StateItPosition, BoundaryEvent_ItPositionOverdue", "RaiseChallenge, BoundaryEvent_ChallengeOverdue",
			"AnswerQuestion, BoundaryEvent_AnswersOverdue", "DecideRisk, BoundaryEvent_DecisionOverdue" })
	void withdrawsACaseWhileADeadlinePasses(String kind, String deadline) {
		for (int round = 1; round <= ROUNDS; round++) {
			Target target = this.openTasks.open(kind);
			String job = job(target, deadline);

			List<Outcome> outcomes = atOnce(round - REQUEST, () -> withdraw(target.caseId()),
					() -> this.race.passes(job));

			assertThat(outcomes.get(0).isDone()).as(outcomes.toString()).isTrue();
			assertThat(outcomes.get(1).status()).as(outcomes.toString()).isIn(204, 404);
			assertWithdrawn(target.caseId());
		}
	}

	/**
	 * What the register and the list of tasks say when the person alone was in time, when
	 * time alone ran out, and when both came to pass one after the other.
	 */
	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					IdentifyAsset | requester | BoundaryEvent_AssetOverdue | select deciding_group from risk_case where case_id = ? \
					  | cio, StateItPosition, StateSecurityPosition | never | cio, StateItPosition, StateSecurityPosition
					StateItPosition | cio | BoundaryEvent_ItPositionOverdue | select string_agg(state, ', ') from position where case_id = ? \
					  | STATED, StateSecurityPosition | MISSING, StateSecurityPosition | never
					StateSecurityPosition | ciso | BoundaryEvent_SecurityPositionOverdue | select string_agg(state, ', ') from position where case_id = ? \
					  | STATED, StateItPosition | MISSING, StateItPosition | never
					RaiseChallenge | ciso | BoundaryEvent_ChallengeOverdue | select string_agg(outcome, ', ') from judgement where case_id = ? \
					  | none, AnswerQuestion | NOT_JUDGED, DecideRisk | never
					AnswerQuestion | cio | BoundaryEvent_AnswersOverdue | select string_agg(state, ', ' order by state) from answer where case_id = ? \
					  | ANSWERED, AnswerQuestion | UNANSWERED, UNANSWERED, JudgeAnswers | ANSWERED, UNANSWERED, JudgeAnswers
					JudgeAnswers | ciso | BoundaryEvent_JudgementOverdue | select string_agg(outcome, ', ') from judgement where case_id = ? \
					  | CONTESTED, DecideRisk | NOT_JUDGED, DecideRisk | never
					DecideRisk | cio | BoundaryEvent_DecisionOverdue | select string_agg(state, ', ') from referral where case_id = ? \
					  | none, GiveAssurance | never | REPLACED, GiveAssurance
					GiveAssurance | ciso | BoundaryEvent_AssuranceOverdue | select string_agg(outcome, ', ') from assurance where case_id = ? \
					  | ASSURED, CompleteAction | NOT_GIVEN, PleadCase | never
					SeekAgreement (owner's half) | cio | BoundaryEvent_AgreementOverdue | select string_agg(outcome, ', ' order by side) from agreement where case_id = ? \
					  | STAND, SeekAgreement | NOT_SOUGHT, NOT_SOUGHT, PleadCase | STAND, NOT_SOUGHT, PleadCase
					SeekAgreement (CISO's half) | ciso | BoundaryEvent_AgreementOverdue | select string_agg(outcome, ', ' order by side) from agreement where case_id = ? \
					  | STAND, DISAGREEMENT_CONFIRMED, PleadCase | STAND, NOT_SOUGHT, PleadCase | never
					PleadCase (owner's half) | cio | BoundaryEvent_PleaOverdue | select string_agg(state, ', ' order by side) from plea where case_id = ? \
					  | GIVEN, PleadCase | NOT_GIVEN, NOT_GIVEN, CastVote | GIVEN, NOT_GIVEN, CastVote
					RuleOnReferral | cro | BoundaryEvent_RulingOverdue | select string_agg(outcome, ', ') from ruling where case_id = ? \
					  | UPHOLD_DECISION, AcknowledgeRuling | never | UPHOLD_DECISION, AcknowledgeRuling
					AcknowledgeRuling (CISO's half) | ciso | BoundaryEvent_AcknowledgementOverdue | select string_agg(state, ', ' order by side) from acknowledgement where case_id = ? \
					  | ACKNOWLEDGED, AcknowledgeRuling | FORFEITED, FORFEITED, CompleteAction | FORFEITED, ACKNOWLEDGED, CompleteAction
					""")
	void takesWhatIsDoneWhileItsDeadlinePassesOrTellsThatItIsTooLate(String kind, String user, String deadline,
			String query, String inTime, String tooLate, String both) {
		for (int round = 1; round <= ROUNDS; round++) {
			Target target = this.openTasks.open(kind);
			String job = job(target, deadline);

			List<Outcome> outcomes = atOnce(round - REQUEST,
					() -> this.apis.send(Api.TASKLIST, user, Command.submitForm(target.task(), target.answers())),
					() -> this.race.passes(job));

			boolean done = outcomes.get(0).isDone();
			boolean passed = outcomes.get(1).isDone();
			if (!done || !passed) {
				Race.assertOneWon(outcomes);
			}
			String expected = (done && passed) ? both : done ? inTime : tooLate;
			assertThat(register(query, target.caseId()) + openForms(target.caseId())).as(outcomes.toString())
				.isEqualTo(expected);
		}
	}

	private List<Outcome> completedTwice(Target target, RepetitionInfo round) {
		String other = (round.getCurrentRepetition() % 2 == 0) ? "cio" : "cio-deputy";
		return atOnce(round.getCurrentRepetition(),
				() -> this.apis.send(Api.TASKLIST, "cio", Command.submitForm(target.task(), target.answers())),
				() -> this.apis.send(Api.ENGINE_REST, other, Command.complete(target.task(), target.answers())));
	}

	private Outcome withdraw(String caseId) {
		Answer answer = Caller.of("requester", this.port)
			.post("/api/v1/cases/" + caseId + "/withdrawal", Map.of("reason", "The project was cancelled."));
		return new Outcome(answer.status(), answer.isOk() ? "" : answer.json().path("detail").asText());
	}

	private String job(Target target, String deadline) {
		Job job = this.management.createJobQuery()
			.processInstanceId(target.instance())
			.activityId(deadline)
			.singleResult();
		return job.getId();
	}

	/** Does two things at the same moment; the round shifts which one is first. */
	private List<Outcome> atOnce(int round, Supplier<Outcome> one, Supplier<Outcome> other) {
		return this.race.of(round - ROUNDS / 2, one, other);
	}

	private void assertWithdrawn(String caseId) {
		assertThat(caseState(caseId)).isEqualTo("WITHDRAWN");
		assertThat(count("withdrawal", caseId)).isOne();
		assertThat(instances(caseId)).isZero();
		assertThat(this.stage.openForms(caseId)).isEmpty();
	}

	private String openForms(String caseId) {
		return String.join("", this.stage.openForms(caseId).stream().distinct().map((form) -> ", " + form).toList());
	}

	private long instances(String caseId) {
		return this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).count();
	}

	private String caseState(String caseId) {
		return register("select state from risk_case where case_id = ?", caseId);
	}

	private int acts(String caseId, String duty) {
		return this.jdbc.sql("select count(*) from case_act where case_id = ? and duty = ?")
			.params(caseId, duty)
			.query(Integer.class)
			.single();
	}

	private int count(String table, String caseId) {
		return this.jdbc.sql("select count(*) from " + table + " where case_id = ?")
			.param(caseId)
			.query(Integer.class)
			.single();
	}

	/** The one text that a query finds; "none" when there is none. */
	private String register(String query, String caseId) {
		String text = this.jdbc.sql(query)
			.param(caseId)
			.query((row, index) -> String.valueOf(row.getString(1)))
			.single();
		return text.equals("null") ? "none" : text;
	}

}
