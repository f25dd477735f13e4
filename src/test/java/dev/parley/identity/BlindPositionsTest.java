package dev.parley.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing of a position shows before both are in: neither its words, nor, by comparing
 * two cases that differ in the scores alone, its numbers.
 */
@ParleyTest
class BlindPositionsTest {

	private static final String MARK = "Xq7Zebra";

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	RuntimeService runtime;

	@Autowired
	FilterService filters;

	@Autowired
	JdbcClient jdbc;

	static Stream<Arguments> readers() {
		return Stream.concat(
				Stream
					.of("ciso", "ciso-deputy", "requester", "risk-owner", "member1", "chair", "cro", "sponsor",
							"process-owner", "auditor", "admin")
					.map((user) -> Arguments.of("cio", user)),
				Stream
					.of("cio", "cio-deputy", "requester", "risk-owner", "member1", "chair", "cro", "sponsor",
							"process-owner", "auditor", "admin")
					.map((user) -> Arguments.of("ciso", user)));
	}

	@ParameterizedTest(name = "stated by {0}, read by {1}")
	@MethodSource("readers")
	void showsNoWordOfAPositionBeforeBothAreIn(String author, String reader) {
		String caseId = stated(author, 4, 5);
		assertThat(stored(caseId)).contains(MARK);

		List<Answer> answers = answers(reader, caseId);

		assertThat(answers).filteredOn((answer) -> answer.body().contains(MARK)).isEmpty();
	}

	@ParameterizedTest(name = "stated by {0}, read by {1}")
	@MethodSource("readers")
	void showsNoNumberOfAPositionBeforeBothAreIn(String author, String reader) {
		List<String> low = answers(reader, stated(author, 1, 1)).stream().map(this::withoutIds).toList();
		List<String> high = answers(reader, stated(author, 5, 5)).stream().map(this::withoutIds).toList();

		assertThat(high).filteredOn((answer) -> !low.contains(answer)).isEmpty();
		assertThat(high).hasSameSizeAs(low);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cio", "ciso" })
	void showsBothToTheDeciderWhenBothAreIn(String first) {
		String caseId = stated(first, 2, 3);
		state(first.equals("cio") ? "ciso" : "cio", caseId, 2, 3);
		Task task = this.stage.task(caseId, "DecideRisk");

		Answer answer = Caller.of("cio", this.port)
			.get("/engine-rest/task/" + task.getId() + "/variables/caseSoFar?deserializeValue=false");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("value").asText()).contains(MARK + "-reasoning-cio", MARK + "-cost-cio",
				MARK + "-reasoning-ciso", MARK + "-threat-ciso", MARK + "-evidence-ciso", "likelihood 2, impact 3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cio", "ciso" })
	void showsTheOneToTheDeciderWhenTheOthersTimeIsOver(String first) {
		String caseId = stated(first, 2, 3);
		this.stage.fireTimer(caseId,
				first.equals("cio") ? "BoundaryEvent_SecurityPositionOverdue" : "BoundaryEvent_ItPositionOverdue");
		this.stage.complete("ciso", caseId, "RaiseChallenge", Stage.nothingToAsk());
		Task task = this.stage.task(caseId, "DecideRisk");

		Answer answer = Caller.of("cio", this.port)
			.get("/engine-rest/task/" + task.getId() + "/variables/caseSoFar?deserializeValue=false");

		assertThat(answer.json().path("value").asText()).contains(MARK + "-reasoning-" + first, "Missing");
	}

	private String stated(String author, int likelihood, int impact) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		state(author, caseId, likelihood, impact);
		return caseId;
	}

	private void state(String author, String caseId, int likelihood, int impact) {
		boolean it = author.equals("cio");
		Map<String, Object> answers = it ? Stage.itPosition(likelihood, impact)
				: Stage.securityPosition(likelihood, impact);
		answers.put("residualLikelihood", likelihood);
		answers.put("residualImpact", impact);
		answers.put("reasoning", MARK + "-reasoning-" + author);
		answers.put(it ? "costOfDelay" : "threat", MARK + (it ? "-cost-" : "-threat-") + author);
		if (!it) {
			answers.put("evidence", MARK + "-evidence-" + author);
		}
		this.stage.complete(author, caseId, it ? "StateItPosition" : "StateSecurityPosition", answers);
	}

	/** Everything about a case that the engine's REST API has to say to a person. */
	private List<Answer> answers(String reader, String caseId) {
		Caller caller = Caller.of(reader, this.port);
		List<Answer> answers = new ArrayList<>();
		List<String> instances = this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId)
			.list()
			.stream()
			.map(ProcessInstance::getId)
			.sorted()
			.toList();
		assertThat(instances).hasSize(2);
		for (String instance : sortedByDefinition(instances)) {
			ofInstance(instance).forEach((path) -> answers.add(caller.get("/engine-rest" + path)));
		}
		for (String task : taskIds(caseId)) {
			Stream.of("", "/variables", "/variables?deserializeValues=false", "/localVariables?deserializeValues=false",
					"/form", "/deployed-form", "/form-variables?deserializeValues=false",
					"/variables/caseSoFar?deserializeValue=false", "/localVariables/caseSoFar?deserializeValue=false",
					"/variables/level", "/identity-links", "/comment", "/attachment", "/rendered-form")
				.forEach((path) -> answers.add(caller.get("/engine-rest/task/" + task + path)));
		}
		this.filters.createTaskFilterQuery()
			.orderByFilterName()
			.asc()
			.list()
			.forEach((filter) -> answers.add(caller.post("/engine-rest/filter/" + filter.getId() + "/list",
					Map.of("processInstanceBusinessKey", caseId))));
		Caller browser = Caller.browserOf(reader, this.port);
		instances.forEach((instance) -> answers
			.add(browser.get("/camunda/api/engine/engine/default/task?processInstanceId=" + instance)));
		return answers;
	}

	private static Stream<String> ofInstance(String id) {
		return Stream.of("/process-instance/" + id, "/process-instance/" + id + "/variables",
				"/process-instance/" + id + "/variables?deserializeValues=false",
				"/process-instance/" + id + "/activity-instances", "/process-instance/" + id + "/comment",
				"/process-instance/" + id + "/variables/level", "/execution?processInstanceId=" + id,
				"/task?processInstanceId=" + id + "&withCommentAttachmentInfo=true",
				"/variable-instance?deserializeValues=false&processInstanceIdIn=" + id, "/job?processInstanceId=" + id,
				"/incident?processInstanceId=" + id, "/event-subscription?processInstanceId=" + id,
				"/history/process-instance?processInstanceId=" + id, "/history/process-instance/" + id,
				"/history/process-instance?superProcessInstanceId=" + id,
				"/history/variable-instance?processInstanceId=" + id + "&includeDeleted=true&deserializeValues=false",
				"/history/detail?deserializeValues=false&processInstanceId=" + id,
				"/history/detail?formFields=true&processInstanceId=" + id,
				"/history/detail?variableUpdates=true&processInstanceId=" + id,
				"/history/activity-instance?processInstanceId=" + id, "/history/task?processInstanceId=" + id,
				"/history/decision-instance?includeInputs=true&includeOutputs=true&processInstanceId=" + id,
				"/history/user-operation?processInstanceId=" + id, "/history/job-log?processInstanceId=" + id,
				"/history/incident?processInstanceId=" + id, "/history/external-task-log?processInstanceId=" + id);
	}

	private List<String> sortedByDefinition(List<String> instances) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceIds(java.util.Set.copyOf(instances))
			.orderByProcessDefinitionKey()
			.asc()
			.list()
			.stream()
			.map(ProcessInstance::getId)
			.toList();
	}

	/** Ids of all tasks of a case, done ones too, in the order of their names. */
	private List<String> taskIds(String caseId) {
		return this.jdbc.sql("""
				select t.id_ from act_hi_taskinst t join act_hi_procinst p on p.id_ = t.proc_inst_id_
				 where p.business_key_ = ? order by t.task_def_key_""").param(caseId).query(String.class).list();
	}

	private String stored(String caseId) {
		return this.jdbc.sql("select string_agg(p::text, ' ') from position p where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

	/** An answer without what differs between any two cases: ids, times, order. */
	private String withoutIds(Answer answer) {
		boolean json = answer.body().startsWith("[") || answer.body().startsWith("{");
		String text = json ? ordered(answer.json()) : cleaned(answer.body());
		return cleaned(answer.request()) + " -> " + answer.status() + " " + text;
	}

	private static String ordered(JsonNode node) {
		if (node.isArray()) {
			return StreamSupport.stream(node.spliterator(), false)
				.map(BlindPositionsTest::ordered)
				.sorted()
				.toList()
				.toString();
		}
		if (node.isObject()) {
			return node.properties()
				.stream()
				.map((field) -> cleaned(field.getKey() + "=" + ordered(field.getValue())))
				.sorted()
				.toList()
				.toString();
		}
		return cleaned(node.asText());
	}

	private static String cleaned(String text) {
		return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
			.replaceAll("RC-\\d{4}-\\d+", "CASE")
			.replaceAll("R-\\d{4}-\\d+", "RISK")
			.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+\\+\\d{4}", "TIME")
			.replaceAll("(duration|durationInMillis|sequenceCounter)=\\d+", "$1=N");
	}

}
