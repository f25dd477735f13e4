package dev.parley.identity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing of a vote shows before there is a ruling, and nothing of a plea before both
 * sides have pleaded: neither its words, nor, by reading the same case before and after,
 * that it is in.
 */
@ParleyTest
@TestInstance(Lifecycle.PER_CLASS)
class BlindVotesTest {

	private static final String MARK = "Xq7Zebra";

	/** They see which tasks are open, as operators do. */
	private static final List<String> OPERATORS = List.of("auditor", "admin");

	private static final List<String> OWNERS = List.of("cio", "cio-deputy");

	private static final List<String> OTHERS = List.of("member7", "chair", "cio", "cio-deputy", "ciso", "ciso-deputy",
			"cro", "sponsor", "process-owner", "requester", "risk-owner");

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	JdbcClient jdbc;

	private final Map<String, Caller> browsers = new HashMap<>();

	private final Reading votes = new Reading();

	private final Reading pleas = new Reading();

	@BeforeAll
	void vote() {
		String caseId = this.stage.upToVotes();
		OTHERS.forEach((reader) -> this.votes.before(reader, answers(reader, caseId)));
		cast(caseId, "member1", "vote", "UPHOLD_OBJECTION");
		this.votes.before("member1", answers("member1", caseId));
		cast(caseId, "member2", "vote", "IMPOSE_CONDITIONS", "conditions", MARK + " | cio | 2027-03-01");
		cast(caseId, "member3", "vote", "ABSTAIN");
		cast(caseId, "member4", "conflict", true, "recusalReason", MARK);
		cast(caseId, "member5", "vote", "UPHOLD_OBJECTION");
		cast(caseId, "member6", "vote", "REFER_TO_CRO");
		assertThat(stored("ballot", caseId)).contains(MARK);
		Stream.concat(readersOfVotes(), OPERATORS.stream())
			.forEach((reader) -> this.votes.after(reader, answers(reader, caseId)));
	}

	@BeforeAll
	void plead() {
		String first = this.stage.upToPleas();
		readersOfOwnersPlea().forEach((reader) -> this.pleas.before(reader, answers(reader, first)));
		this.stage.completeOf("cio", first, "PleadCase", plea());
		assertThat(stored("plea", first)).contains(MARK);
		Stream.concat(readersOfOwnersPlea(), OPERATORS.stream())
			.forEach((reader) -> this.pleas.after(reader, answers(reader, first)));
		String second = this.stage.upToPleas();
		OWNERS.forEach((reader) -> this.pleas.before(reader, answers(reader, second)));
		this.stage.completeOf("ciso", second, "PleadCase", plea());
		OWNERS.forEach((reader) -> this.pleas.after(reader, answers(reader, second)));
	}

	static Stream<String> readersOfVotes() {
		return Stream.concat(Stream.of("member1"), OTHERS.stream());
	}

	static Stream<String> readersOfPleas() {
		return Stream.concat(OWNERS.stream(), readersOfOwnersPlea());
	}

	private static Stream<String> readersOfOwnersPlea() {
		return OTHERS.stream().filter((reader) -> !OWNERS.contains(reader));
	}

	static Stream<String> everyReaderOfVotes() {
		return Stream.concat(readersOfVotes(), OPERATORS.stream());
	}

	static Stream<String> everyReaderOfPleas() {
		return Stream.concat(readersOfPleas(), OPERATORS.stream());
	}

	@ParameterizedTest
	@MethodSource("everyReaderOfVotes")
	void showsNoWordOfAVoteBeforeTheRuling(String reader) {
		assertThat(this.votes.after(reader)).filteredOn((answer) -> answer.body().contains(MARK)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("readersOfVotes")
	void showsNotHowManyHaveVoted(String reader) {
		assertThat(differences(this.votes, reader)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("everyReaderOfPleas")
	void showsNoWordOfAPleaBeforeBothAreIn(String reader) {
		assertThat(this.pleas.after(reader)).filteredOn((answer) -> answer.body().contains(MARK)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("readersOfPleas")
	void showsNotWhoHasPleaded(String reader) {
		assertThat(differences(this.pleas, reader)).isEmpty();
	}

	@Test
	void showsEverybodyWhoMayOpenTheCaseHowTheVotesFellOnceThereIsARuling() {
		String caseId = this.stage.upToVotes();
		for (int member = 1; member <= 6; member++) {
			cast(caseId, "member" + member, "vote", "UPHOLD_DECISION");
		}
		assertThat(page("member1", caseId)).contains("The committee votes until").doesNotContain(MARK);

		cast(caseId, "member7", "vote", "ABSTAIN");

		for (String reader : List.of("member1", "chair", "cio", "ciso", "cro", "sponsor", "auditor")) {
			assertThat(page(reader, caseId)).as(reader)
				.contains(MARK, "upheld the decision with 6 of 7 votes",
						"Committee member 1 (member1) answered the call to vote");
		}
		assertThat(page("requester", caseId)).contains("The decision is upheld").doesNotContain(MARK, "6 of 7");
	}

	private String page(String reader, String caseId) {
		return browser(reader).get("/cases/" + caseId).body();
	}

	private void cast(String caseId, String member, Object... keysAndValues) {
		Map<String, Object> ballot = Stage.answers(keysAndValues);
		ballot.put("comment", MARK + " says " + member);
		this.stage.castBallot(caseId, member, ballot);
	}

	private static Map<String, Object> plea() {
		return Stage.answers("plea", MARK, "wouldAccept", MARK, "links", MARK);
	}

	/**
	 * What a person can read about a case, in the engine's REST API and everywhere else.
	 */
	private List<Answer> answers(String reader, String caseId) {
		Caller caller = Caller.of(reader, this.port);
		Caller browser = browser(reader);
		Stream<Answer> engine = Stream
			.of(instances(caseId).stream().flatMap(BlindVotesTest::ofInstance),
					tasks(caseId, caller).flatMap(BlindVotesTest::ofTask), ofAll())
			.flatMap((paths) -> paths)
			.map((path) -> caller.get("/engine-rest" + path));
		Stream<Answer> tasklist = instances(caseId).stream()
			.map((id) -> browser.get("/camunda/api/engine/engine/default/task?processInstanceId=" + id));
		return Stream.of(engine, tasklist, ofCase(caseId).map(browser::get)).flatMap((parts) -> parts).toList();
	}

	private static Stream<String> ofInstance(String id) {
		return Stream.of("/process-instance/" + id, "/process-instance/" + id + "/variables?deserializeValues=false",
				"/process-instance/" + id + "/activity-instances", "/process-instance/" + id + "/comment",
				"/execution?processInstanceId=" + id, "/execution/count?processInstanceId=" + id,
				"/task?processInstanceId=" + id + "&withCommentAttachmentInfo=true",
				"/task/count?processInstanceId=" + id,
				"/variable-instance?deserializeValues=false&processInstanceIdIn=" + id,
				"/variable-instance/count?processInstanceIdIn=" + id, "/job?processInstanceId=" + id,
				"/incident?processInstanceId=" + id, "/event-subscription?processInstanceId=" + id,
				"/history/process-instance/" + id, "/history/process-instance?superProcessInstanceId=" + id,
				"/history/variable-instance?includeDeleted=true&deserializeValues=false&processInstanceId=" + id,
				"/history/variable-instance/count?processInstanceId=" + id,
				"/history/detail?deserializeValues=false&processInstanceId=" + id,
				"/history/detail/count?processInstanceId=" + id, "/history/activity-instance?processInstanceId=" + id,
				"/history/activity-instance/count?processInstanceId=" + id, "/history/task?processInstanceId=" + id,
				"/history/task/count?finished=true&processInstanceId=" + id,
				"/history/decision-instance?includeInputs=true&includeOutputs=true&processInstanceId=" + id,
				"/history/user-operation?processInstanceId=" + id,
				"/history/user-operation/count?processInstanceId=" + id, "/history/job-log?processInstanceId=" + id);
	}

	private static Stream<String> ofTask(String id) {
		return Stream
			.of("", "/variables?deserializeValues=false", "/localVariables?deserializeValues=false", "/form",
					"/form-variables?deserializeValues=false", "/variables/nrOfCompletedInstances",
					"/variables/caseSoFar?deserializeValue=false", "/identity-links", "/comment", "/attachment")
			.map((path) -> "/task/" + id + path);
	}

	private static Stream<String> ofAll() {
		return Stream.of("/task/count", "/task?processVariables=nrOfCompletedInstances_gteq_2",
				"/task?processVariables=nrOfActiveInstances_lt_2", "/task/report/candidate-group-count",
				"/process-definition/key/CommitteeArbitration/statistics",
				"/process-definition/statistics?incidents=true", "/history/task/report?reportType=count",
				"/history/task/report?reportType=duration&periodUnit=month", "/history/identity-link-log");
	}

	private Stream<String> ofCase(String caseId) {
		String riskId = this.jdbc.sql("select risk_id from risk_case where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
		return Stream.of("/", "/measures", "/operations", "/committee", "/committee/composition", "/committee/rulings",
				"/cases/" + caseId, "/api/v1/cases/" + caseId, "/api/v1/risks/" + riskId, "/api/v1/risks",
				"/api/v1/measures", "/api/v1/rulings", "/api/v1/committee");
	}

	private Caller browser(String reader) {
		return this.browsers.computeIfAbsent(reader, (id) -> Caller.browserOf(id, this.port));
	}

	private List<String> instances(String caseId) {
		return this.jdbc.sql("""
				select id_ from act_hi_procinst where business_key_ = ? and end_time_ is null order by proc_def_key_""")
			.param(caseId)
			.query(String.class)
			.list();
	}

	/** The tasks that a person is told of: ids are random, so that nobody guesses one. */
	private static Stream<String> tasks(String caseId, Caller caller) {
		return caller.get("/engine-rest/task?processInstanceBusinessKey=" + caseId)
			.json()
			.findValuesAsText("id")
			.stream()
			.sorted();
	}

	private String stored(String table, String caseId) {
		return this.jdbc.sql("select string_agg(t::text, ' ') from %s t where case_id = ?".formatted(table))
			.param(caseId)
			.query(String.class)
			.single();
	}

	/** What differs between two readings but by chance. */
	private static Map<String, String> differences(Reading reading, String reader) {
		Map<String, String> before = texts(reading.before(reader));
		Map<String, String> after = texts(reading.after(reader));
		assertThat(after).hasSizeGreaterThan(70).containsOnlyKeys(before.keySet());
		Map<String, String> differences = new LinkedHashMap<>();
		after.forEach((request, text) -> {
			if (!text.equals(before.get(request))) {
				differences.put(request, before.get(request) + " became " + text);
			}
		});
		return differences;
	}

	private static Map<String, String> texts(List<Answer> answers) {
		Map<String, String> texts = new LinkedHashMap<>();
		answers.forEach((answer) -> texts.put(answer.request(), answer.status() + " " + text(answer)));
		return texts;
	}

	private static String text(Answer answer) {
		boolean json = answer.body().startsWith("[") || answer.body().startsWith("{");
		String text = json ? ordered(answer.json())
				: answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "token");
		return text.replaceAll("\\d\\d:\\d\\d(:\\d\\d)?(\\.\\d+)?", "TIME");
	}

	private static String ordered(JsonNode node) {
		if (node.isArray()) {
			return StreamSupport.stream(node.spliterator(), false)
				.map(BlindVotesTest::ordered)
				.sorted()
				.toList()
				.toString();
		}
		if (node.isObject()) {
			return node.properties()
				.stream()
				.map((field) -> field.getKey() + "=" + ordered(field.getValue()))
				.sorted()
				.toList()
				.toString();
		}
		return node.asText();
	}

	/** What each person read before and after. */
	private static final class Reading {

		private final Map<String, List<Answer>> before = new HashMap<>();

		private final Map<String, List<Answer>> after = new HashMap<>();

		void before(String reader, List<Answer> answers) {
			this.before.put(reader, answers);
		}

		void after(String reader, List<Answer> answers) {
			this.after.put(reader, answers);
		}

		List<Answer> before(String reader) {
			return this.before.getOrDefault(reader, List.of());
		}

		List<Answer> after(String reader) {
			return this.after.getOrDefault(reader, List.of());
		}

	}

}
