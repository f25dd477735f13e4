package dev.parley.treatment;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.parley.Api;
import dev.parley.Apis;
import dev.parley.Apis.Outcome;
import dev.parley.Command;
import dev.parley.ParleyTest;
import dev.parley.Race;
import dev.parley.Stage;
import dev.parley.engine.CaseOpening;
import dev.parley.register.Cases;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens to a treatment at the same moment comes out as if one had been first. */
@ParleyTest
@TestInstance(Lifecycle.PER_CLASS)
class SimultaneousTreatmentTest {

	private static final int ROUNDS = 8;

	/** How many steps a request needs longer than a timer, until it gets to the case. */
	private static final int REQUEST = 3;

	@Autowired
	Stage stage;

	@Autowired
	Apis apis;

	@Autowired
	CaseOpening opening;

	@Autowired
	Cases cases;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService management;

	@Autowired
	JdbcClient jdbc;

	private Race race;

	@BeforeAll
	void begin() {
		this.race = new Race(this.management);
	}

	@AfterAll
	void end() {
		this.race.close();
	}

	@AfterEach
	void leavesNothingThatFailed() {
		assertThat(this.runtime.createIncidentQuery().count()).isZero();
		assertThat(this.management.createJobQuery().noRetriesLeft().count()).isZero();
	}

	@RepeatedTest(ROUNDS)
	void takesTheLastReportOrTellsThatItsGraceIsOver(RepetitionInfo round) {
		String caseId = this.stage.upToTreatment(4, 4);
		Task action = this.stage.task(caseId, "CompleteAction");
		String grace = this.management.createJobQuery()
			.processInstanceId(action.getProcessInstanceId())
			.activityId("BoundaryEvent_ActionPastGrace")
			.singleResult()
			.getId();

		List<Outcome> outcomes = this.race.of(round.getCurrentRepetition() - REQUEST - ROUNDS / 2,
				completing("cio", action, Map.of("done", true)), () -> this.race.passes(grace));

		Race.assertOneWon(outcomes);
		assertThat(results(caseId)).containsExactly(outcomes.get(0).isDone() ? "1 DONE cio" : "1 OVERDUE");
		assertThat(this.stage.openForms(caseId)).containsExactly("VerifyTreatment");
	}

	@RepeatedTest(ROUNDS)
	void takesTheReportsOnTwoActions(RepetitionInfo round) {
		String caseId = this.stage.upToDecision(4, 4);
		Map<String, Object> decision = Stage.mitigate();
		decision.putAll(Map.of("action2", "Tell the users", "action2Owner", "member3", "action2Due", "2027-02-01"));
		this.stage.complete("cio", caseId, "DecideRisk", decision);
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		Task first = action(caseId, "Complete action 1");
		Task second = action(caseId, "Complete action 2");

		List<Outcome> outcomes = this.race.of(round.getCurrentRepetition() - ROUNDS / 2,
				completing("cio", first, Map.of("done", true)), completing("member3", second, Map.of("done", true)));

		assertThat(outcomes).allMatch(Outcome::isDone);
		assertThat(results(caseId)).containsExactly("1 DONE cio", "2 DONE member3");
		assertThat(this.stage.openForms(caseId)).containsExactly("VerifyTreatment");
	}

	@RepeatedTest(ROUNDS)
	void verifiesATreatmentOrLetsALaterDecisionEndIt(RepetitionInfo round) {
		String caseId = this.stage.upToTreatment(4, 4);
		this.stage.complete("cio", caseId, "CompleteAction", Map.of("done", true));
		String later = this.opening.openAnother(this.cases.require(caseId), "It is looked at again.").orElseThrow();
		this.stage.complete("cio", later, "StateItPosition", Stage.itPosition(4, 4));
		this.stage.complete("ciso", later, "StateSecurityPosition", Stage.securityPosition(4, 4));
		this.stage.complete("ciso", later, "RaiseChallenge", Stage.nothingToAsk());
		this.stage.complete("cio", later, "DecideRisk", Stage.mitigate());

		List<Outcome> outcomes = this.race.of(round.getCurrentRepetition() - ROUNDS / 2,
				completing("ciso", this.stage.task(caseId, "VerifyTreatment"),
						Stage.answers("outcome", "NOT_EFFECTIVE", "likelihood", 4, "impact", 4, "reasoning", "No.")),
				completing("ciso-deputy", this.stage.task(later, "GiveAssurance"), Stage.assured()));

		boolean verified = outcomes.get(0).isDone();
		assertThat(outcomes.get(1).isDone()).as(outcomes.toString()).isTrue();
		if (!verified) {
			Race.assertOneWon(outcomes);
		}
		assertThat(decision(caseId)).isEqualTo(verified ? "ENDED NOT_EFFECTIVE" : "ENDED LATER_DECISION");
		assertThat(decision(later)).isEqualTo("IN_FORCE");
		assertThat(this.stage.openForms(caseId)).isEmpty();
		assertThat(this.stage.openForms(later)).containsExactly("CompleteAction");
	}

	private Supplier<Outcome> completing(String user, Task task, Map<String, Object> answers) {
		Command command = Command.complete(task.getId(), answers);
		return () -> this.apis.send(Api.ENGINE_REST, user, command);
	}

	private Task action(String caseId, String name) {
		return this.stage.tasksOf(caseId, "CompleteAction")
			.stream()
			.filter((task) -> task.getName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private String decision(String caseId) {
		return list("select concat_ws(' ', state, ended_because) from decision where case_id = ?", caseId).get(0);
	}

	private List<String> results(String caseId) {
		return list(
				"select concat_ws(' ', number, state, reported_by) from action_result where case_id = ? order by number",
				caseId);
	}

	private List<String> list(String sql, String caseId) {
		return this.jdbc.sql(sql).param(caseId).query(String.class).list();
	}

}
