package dev.parley.arbitration;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import dev.parley.Api;
import dev.parley.Apis;
import dev.parley.Apis.Outcome;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.Command;
import dev.parley.ParleyTest;
import dev.parley.Race;
import dev.parley.Stage;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What members and sides do at the same moment comes out as if one had been first, and
 * counts once.
 */
@ParleyTest
@TestInstance(Lifecycle.PER_CLASS)
class SimultaneousArbitrationTest {

	private static final int VOTES = 50;

	private static final int ROUNDS = 10;

	/** How many steps a request needs longer than a timer, until it gets to the case. */
	private static final int REQUEST = 3;

	private static final List<String> BALLOTS = List.of("UPHOLD_DECISION", "UPHOLD_DECISION", "UPHOLD_DECISION",
			"UPHOLD_DECISION", "UPHOLD_OBJECTION", "UPHOLD_OBJECTION", "ABSTAIN");

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	Apis apis;

	@Autowired
	Compositions compositions;

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
		endorse(DemoComposition.draft());
		this.race.close();
	}

	@AfterEach
	void leavesNothingThatFailed() {
		assertThat(this.runtime.createIncidentQuery().count()).isZero();
		assertThat(this.management.createJobQuery().noRetriesLeft().count()).isZero();
	}

	@RepeatedTest(VOTES)
	void countsEachOfSevenVotesOnce() {
		String caseId = this.stage.upToVotes();
		List<Supplier<Outcome>> votes = IntStream.range(0, BALLOTS.size())
			.mapToObj((index) -> vote(caseId, "member" + (index + 1), BALLOTS.get(index)))
			.toList();

		List<Outcome> outcomes = this.race.of(votes);

		assertThat(outcomes).allMatch(Outcome::isDone);
		assertThat(list("select member || ' ' || vote from ballot where case_id = ? order by member", caseId))
			.containsExactlyElementsOf(IntStream.range(0, BALLOTS.size())
				.mapToObj((index) -> "member%d %s".formatted(index + 1, BALLOTS.get(index)))
				.toList());
		assertThat(tallies(caseId)).containsExactly("1 4 2 0 0 1 0 true RULING");
		assertThat(acts(caseId, "VOTE")).isEqualTo(BALLOTS.size());
		assertThat(rulings(caseId)).containsExactly("COMMITTEE UPHOLD_DECISION GIVEN");
		assertThat(this.stage.openForms(caseId)).containsExactly("AcknowledgeRuling", "AcknowledgeRuling");
	}

	@RepeatedTest(ROUNDS)
	void hearsBothPleas(RepetitionInfo round) {
		String caseId = this.stage.upToPleas();

		List<Outcome> outcomes = atOnce(round, plea(caseId, "cio"), plea(caseId, "ciso"));

		assertThat(outcomes).allMatch(Outcome::isDone);
		assertThat(list("select side || ' ' || state || ' ' || pleaded_by from plea where case_id = ? order by side",
				caseId))
			.containsExactly("IT GIVEN cio", "SECURITY GIVEN ciso");
		assertThat(calls(caseId)).isOne();
		assertThat(this.stage.tasksOf(caseId, "CastVote")).hasSize(BALLOTS.size());
	}

	@RepeatedTest(ROUNDS)
	void putsARulingInForceOnceBothSidesHaveTakenNote(RepetitionInfo round) {
		String caseId = ruled();

		List<Outcome> outcomes = atOnce(round, note(caseId, "cio"), note(caseId, "ciso"));

		assertThat(outcomes).allMatch(Outcome::isDone);
		assertThat(acknowledgements(caseId)).containsExactly("1 IT ACKNOWLEDGED", "1 SECURITY ACKNOWLEDGED");
		assertThat(rulings(caseId)).containsExactly("COMMITTEE UPHOLD_DECISION IN_FORCE");
		assertThat(this.stage.instance(caseId, "RiskDecision")).isNull();
	}

	@RepeatedTest(ROUNDS)
	void takesAnAppealWhetherTheOtherSideTookNoteBeforeOrNot(RepetitionInfo round) {
		String caseId = ruled();

		List<Outcome> outcomes = atOnce(round, note(caseId, "cio"), appeal(caseId, "ciso"));

		boolean noted = outcomes.get(0).isDone();
		assertThat(outcomes.get(1).isDone()).as(outcomes.toString()).isTrue();
		if (!noted) {
			Race.assertOneWon(outcomes);
		}
		assertThat(acknowledgements(caseId))
			.isEqualTo(noted ? List.of("1 IT ACKNOWLEDGED", "1 SECURITY APPEALED") : List.of("1 SECURITY APPEALED"));
		assertWithTheOfficer(caseId, "APPEAL");
	}

	@RepeatedTest(ROUNDS)
	void takesOneAppealOfTwo(RepetitionInfo round) {
		String caseId = ruled();

		List<Outcome> outcomes = atOnce(round, appeal(caseId, "cio"), appeal(caseId, "ciso"));

		Race.assertOneWon(outcomes);
		assertThat(acknowledgements(caseId))
			.containsExactly(outcomes.get(0).isDone() ? "1 IT APPEALED" : "1 SECURITY APPEALED");
		assertWithTheOfficer(caseId, "APPEAL");
	}

	@RepeatedTest(ROUNDS)
	void countsTheLastVoteOrTellsThatItIsTooLate(RepetitionInfo round) {
		String caseId = this.stage.upToVotes();
		this.stage.vote(caseId, BALLOTS.subList(0, 6).toArray(String[]::new));
		String deadline = deadlineOfVotes(caseId);

		List<Outcome> outcomes = this.race.of(round.getCurrentRepetition() - REQUEST - ROUNDS / 2,
				vote(caseId, "member7", BALLOTS.get(6)), () -> this.race.passes(deadline));

		Race.assertOneWon(outcomes);
		assertThat(tallies(caseId))
			.containsExactly(outcomes.get(0).isDone() ? "1 4 2 0 0 1 0 true RULING" : "1 4 2 0 0 0 1 true RULING");
		assertThat(rulings(caseId)).containsExactly("COMMITTEE UPHOLD_DECISION GIVEN");
	}

	@RepeatedTest(ROUNDS)
	void meetsTheQuorumByTheLastVoteOrCallsAgain(RepetitionInfo round) {
		String caseId = this.stage.upToVotes();
		this.stage.vote(caseId, BALLOTS.subList(0, 3).toArray(String[]::new));
		String deadline = deadlineOfVotes(caseId);

		List<Outcome> outcomes = this.race.of(round.getCurrentRepetition() - REQUEST - ROUNDS / 2,
				vote(caseId, "member4", BALLOTS.get(3)), () -> this.race.passes(deadline));

		boolean voted = outcomes.get(0).isDone();
		assertThat(outcomes.get(1).isDone()).as(outcomes.toString()).isTrue();
		if (!voted) {
			Race.assertOneWon(outcomes);
		}
		assertThat(tallies(caseId))
			.containsExactly(voted ? "1 4 0 0 0 0 3 true RULING" : "1 3 0 0 0 0 4 false SECOND_CALL");
		assertThat(calls(caseId)).isEqualTo(voted ? 1 : 2);
		assertThat(this.stage.tasksOf(caseId, "CastVote")).hasSize(voted ? 0 : BALLOTS.size());
	}

	@RepeatedTest(ROUNDS)
	void callsTheCommitteeWhetherItIsComposedBeforeOrAfter(RepetitionInfo round) {
		endorse(new CompositionDraft("chair", "member3", DemoComposition.seats().subList(0, 3)));
		String caseId = this.stage.upToPleas();
		this.stage.completeOf("cio", caseId, "PleadCase", Stage.answers("plea", "The measure is enough."));
		int proposed = this.compositions.propose(DemoComposition.draft(), "chair").number();

		List<Outcome> outcomes = atOnce(round, plea(caseId, "ciso"), () -> endorsement(proposed));
		this.stage.goOn(caseId);

		assertThat(outcomes).allMatch(Outcome::isDone);
		assertThat(this.stage.openForms(caseId)).hasSize(BALLOTS.size()).containsOnly("CastVote");
		assertThat(list("select composition from voting_round where case_id = ?", caseId))
			.containsExactly(String.valueOf(proposed));
	}

	private List<Outcome> atOnce(RepetitionInfo round, Supplier<Outcome> one, Supplier<Outcome> other) {
		return this.race.of(round.getCurrentRepetition() - ROUNDS / 2, one, other);
	}

	private String ruled() {
		String caseId = this.stage.upToVotes();
		this.stage.vote(caseId, BALLOTS.toArray(String[]::new));
		return caseId;
	}

	private Supplier<Outcome> vote(String caseId, String member, String vote) {
		return completing(member, this.stage.ballotOf(caseId, member), Stage.answers("vote", vote));
	}

	private Supplier<Outcome> plea(String caseId, String side) {
		return completing(side, this.stage.taskOf(side, caseId, "PleadCase"),
				Stage.answers("plea", "We have looked at it."));
	}

	private Supplier<Outcome> note(String caseId, String side) {
		return completing(side, this.stage.taskOf(side, caseId, "AcknowledgeRuling"), Map.of());
	}

	private Supplier<Outcome> appeal(String caseId, String side) {
		return completing(side, this.stage.taskOf(side, caseId, "AcknowledgeRuling"),
				Stage.answers("appeal", true, "grounds", "The committee did not see the test."));
	}

	private Supplier<Outcome> completing(String user, Task task, Map<String, Object> answers) {
		Command command = Command.complete(task.getId(), answers);
		return () -> this.apis.send(Api.ENGINE_REST, user, command);
	}

	private Outcome endorsement(int composition) {
		Answer answer = Caller.of("sponsor", this.port)
			.post("/api/v1/committee/compositions/" + composition + "/endorsement", Map.of("outcome", "ENDORSED"));
		return new Outcome(answer.status(), answer.isOk() ? "" : answer.json().path("detail").asText());
	}

	private void endorse(CompositionDraft draft) {
		this.compositions.endorse(this.compositions.propose(draft, "chair").number(), "sponsor");
	}

	private String deadlineOfVotes(String caseId) {
		Job job = this.management.createJobQuery()
			.processInstanceId(this.stage.instance(caseId, "CommitteeArbitration").getId())
			.activityId("BoundaryEvent_VoteOverdue")
			.singleResult();
		return job.getId();
	}

	private void assertWithTheOfficer(String caseId, String cause) {
		assertThat(this.stage.openForms(caseId)).containsExactly("RuleOnReferral");
		assertThat(list("select cause from passing_on where case_id = ?", caseId)).containsExactly(cause);
		assertThat(rulings(caseId)).containsExactly("COMMITTEE UPHOLD_DECISION GIVEN");
	}

	/** Call, votes by outcome, abstentions, who did not vote, quorum, result. */
	private List<String> tallies(String caseId) {
		return list(
				"""
						select concat_ws(' ', round, uphold_decision, uphold_objection, impose_conditions, refer_to_cro, abstained,
						                 not_voted, quorum::text, result)
						  from tally where case_id = ? order by round""",
				caseId);
	}

	private List<String> rulings(String caseId) {
		return list("select ruled_by || ' ' || outcome || ' ' || state from ruling where case_id = ? order by number",
				caseId);
	}

	private List<String> acknowledgements(String caseId) {
		return list("select ruling || ' ' || side || ' ' || state from acknowledgement where case_id = ? order by side",
				caseId);
	}

	private int calls(String caseId) {
		return list("select round from voting_round where case_id = ?", caseId).size();
	}

	private int acts(String caseId, String duty) {
		return this.jdbc.sql("select count(*) from case_act where case_id = ? and duty = ?")
			.params(caseId, duty)
			.query(Integer.class)
			.single();
	}

	private List<String> list(String sql, String caseId) {
		return this.jdbc.sql(sql).param(caseId).query(String.class).list();
	}

}
