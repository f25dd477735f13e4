package dev.parley.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Expressions that callers send with a query or a filter (CVE-2026-109432). */
@ParleyTest
class ExpressionGuardTest {

	private static final List<String> HOSTILE = List.of(
			"${''.getClass().forName('dev.parley.engine.guard.ExpressionGuardTest$Canary').newInstance()}",
			"${''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null).exec('id')}",
			"${''['class'].forName('dev.parley.engine.guard.ExpressionGuardTest$Canary').newInstance()}",
			"${''['class']}", "${''.class.name}", "${''.length()}", "${now().getClass()}", "${now().class}",
			"${now()['class']['classLoader']}", "${now().getTime()}",
			"${dateTime().getClass().forName('dev.parley.engine.guard.ExpressionGuardTest$Canary').newInstance()}",
			"${dateTime().getChronology()}", "${currentUser().getClass()}", "${currentUserGroups().getClass()}",
			"${currentUserGroups().stream()}", "${processEngine}", "${processEngine.name}", "${runtimeService}",
			"${identityService.createUserQuery().list()}", "${execution.processEngineServices}",
			"${task.processEngineServices}", "${authenticatedUserId.getClass()}", "${dataSource}",
			"${dataSource.connection}", "${environment}", "${environment.getProperty('user.home')}",
			"${applicationContext}", "${sanction}", "${jdbcClient}", "${registerRisk.getClass()}", "${registerRisk}",
			"${registerRisk.execute(null)}", "${deadlines.getClass()}", "${deadlines.class}", "${deadlines.hashCode()}",
			"${deadlines.of(null, 'x').getClass()}", "${[1]}", "${true.getClass()}", "${1.class}", "${unknown}",
			"#{''.getClass()}", "x${''.getClass()}", "${empty ''.getClass()}", "${1 == 1 ? ''.getClass() : 2}", "${",
			"${''.getClass(}", "${''['bytes']}", "${'x'.toCharArray()[0]}");

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	FilterService filters;

	@Autowired
	TaskService tasks;

	private final List<String> created = new ArrayList<>();

	@BeforeEach
	void forget() {
		Canary.born = 0;
	}

	@AfterEach
	void deleteFilters() {
		this.created.forEach(this.filters::deleteFilter);
	}

	static Stream<Arguments> hostile() {
		return HOSTILE.stream()
			.flatMap((text) -> Stream.of("assigneeExpression", "dueBeforeExpression")
				.map((key) -> Arguments.of(key, text)));
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void runsNoExpressionOutOfAnOrQuery(String key, String text) {
		Map<String, Object> query = Map.of("orQueries", List.of(Map.of(key, text)));

		assertHarmless(Caller.of("requester", this.port).post("/engine-rest/task", query));
		assertHarmless(Caller.of("requester", this.port).post("/engine-rest/task/count", query));
		assertHarmless(Caller.of("admin", this.port).post("/engine-rest/task", query));
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void runsNoExpressionOutOfAQuery(String key, String text) {
		assertHarmless(Caller.of("requester", this.port).post("/engine-rest/task", Map.of(key, text)));
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void runsNoExpressionThatExtendsAFilter(String key, String text) {
		String filter = this.filters.createTaskFilterQuery().filterName("My tasks").singleResult().getId();
		Caller requester = Caller.of("requester", this.port);

		assertHarmless(requester.post("/engine-rest/filter/" + filter + "/list",
				Map.of("orQueries", List.of(Map.of(key, text)))));
		assertHarmless(requester.post("/engine-rest/filter/" + filter + "/list", Map.of(key, text)));
		assertHarmless(requester.post("/engine-rest/filter/" + filter + "/count", Map.of(key, text)));
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void runsNoExpressionOfASavedFilter(String key, String text) {
		Caller admin = Caller.of("admin", this.port);
		Answer saved = admin.post("/engine-rest/filter/create", filter(Map.of(key, text)));
		if (!saved.isOk()) {
			assertHarmless(saved);
			return;
		}
		String id = saved.json().path("id").asText();
		this.created.add(id);

		assertHarmless(admin.get("/engine-rest/filter/" + id + "/list"));
		assertHarmless(admin.get("/engine-rest/filter/" + id + "/count"));
		assertHarmless(admin.get("/engine-rest/filter/" + id + "/singleResult"));
	}

	@Test
	void letsOnlyAdministratorsMakeFilters() {
		Map<String, Object> filter = filter(Map.of("assigneeExpression", "${currentUser()}"));

		assertThat(Stream.of("requester", "cio", "ciso", "auditor", "process-owner")
			.map((user) -> Caller.of(user, this.port).post("/engine-rest/filter/create", filter).status()))
			.containsOnly(403);
	}

	@ParameterizedTest
	@MethodSource("harmless")
	void stillCalculates(String key, String text) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		String taskId = this.stage.task(caseId, "StateItPosition").getId();
		this.stage.as("cio", () -> {
			this.tasks.claim(taskId, "cio");
			return null;
		});
		String filter = this.filters
			.saveFilter(this.filters.newTaskFilter(key + text).setQuery(this.tasks.createTaskQuery()))
			.getId();
		this.created.add(filter);
		Answer changed = Caller.of("admin", this.port).put("/engine-rest/filter/" + filter, filter(Map.of(key, text)));
		assertThat(changed.status()).as(changed.toString()).isEqualTo(204);

		Answer found = Caller.of("admin", this.port).get("/engine-rest/filter/" + filter + "/list");

		assertThat(found.status()).as(found.toString()).isEqualTo(200);
		if (!text.contains("currentUser")) {
			assertThat(found.body()).contains(taskId);
		}
	}

	static List<Arguments> harmless() {
		return List.of(Arguments.of("assigneeExpression", "${currentUser()}"),
				Arguments.of("candidateGroupsExpression", "${currentUserGroups()}"),
				Arguments.of("createdBeforeExpression", "${now()}"),
				Arguments.of("createdBeforeExpression", "${dateTime().plusDays(2)}"),
				Arguments.of("createdAfterExpression", "${dateTime().minusHours(1)}"),
				Arguments.of("dueAfterExpression", "${dateTime().withTimeAtStartOfDay()}"),
				Arguments.of("dueBeforeExpression", "${dateTime().plusMonths(6).toDate()}"));
	}

	@Test
	void showsMyTasksInTheFilterOfTheSameName() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		String taskId = this.stage.task(caseId, "StateItPosition").getId();
		String mine = this.filters.createTaskFilterQuery().filterName("My tasks").singleResult().getId();
		String ours = this.filters.createTaskFilterQuery().filterName("My group's tasks").singleResult().getId();
		Caller cio = Caller.of("cio", this.port);

		assertThat(listed(cio, ours)).contains(taskId);
		assertThat(cio.post("/engine-rest/task/" + taskId + "/claim", Map.of("userId", "cio")).status()).isEqualTo(204);
		assertThat(listed(cio, mine)).contains(taskId);
		assertThat(listed(cio, ours)).doesNotContain(taskId);
		assertThat(listed(Caller.of("ciso", this.port), ours)).doesNotContain(taskId);
	}

	private static String listed(Caller caller, String filter) {
		Answer answer = caller.get("/engine-rest/filter/" + filter + "/list?maxResults=1000");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return answer.body();
	}

	private static Map<String, Object> filter(Map<String, Object> query) {
		return Map.of("resourceType", "Task", "name", "Filter of a test", "query", query, "properties", Map.of());
	}

	private static void assertHarmless(Answer answer) {
		assertThat(Canary.born).as("code has run: " + answer).isZero();
		assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
	}

	/** Tells whether an expression has run code. */
	public static class Canary {

		static int born;

		public Canary() {
			born++;
		}

	}

}
