package dev.parley.engine.guard;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Of what a task inherits from its process, callers learn nothing by it. */
@ParleyTest
class OwnVariablesTest {

	private static final String[] OWN = { "caseSoFar", "caseId", "riskTitle", "riskLevel" };

	/** The version of a UUID that has nothing in it but chance. */
	private static final int RANDOM = 4;

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	TaskService tasks;

	@Autowired
	FilterService filters;

	private String task = "";

	@BeforeEach
	void askForADecision() {
		this.task = this.stage.task(this.stage.upToDecision(4, 4), "DecideRisk").getId();
		assertThat(this.tasks.getVariable(this.task, "level")).isEqualTo("HIGH");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/variables", "/form-variables", "/localVariables",
			"/form-variables?variableNames=caseSoFar,caseId,riskTitle,riskLevel,level,raisedBy" })
	void showsATasksOwnVariablesAndNoOthers(String path) {
		for (String reader : List.of("cio", "auditor", "admin")) {
			JsonNode read = get(reader, path).json();

			assertThat(read.fieldNames()).toIterable().as(reader).containsExactlyInAnyOrder(OWN);
		}
	}

	@Test
	void showsATasksOwnVariablesInTasklistAndNoOthers() {
		Answer read = Caller.browserOf("cio", this.port)
			.get("/camunda/api/engine/engine/default/task/" + this.task + "/form-variables?deserializeValues=false");

		assertThat(read.json().fieldNames()).toIterable().containsExactlyInAnyOrder(OWN);
	}

	@Test
	void showsOneVariableOnlyIfItIsTheTasksOwn() {
		assertThat(get("cio", "/variables/riskLevel").json().path("value").asText()).isEqualTo("High");
		assertThat(get("cio", "/variables/level").status()).isEqualTo(404);
		assertThat(get("cio", "/variables/level/data").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "processVariables=level_eq_HIGH", "processVariables=nrOfCompletedInstances_gteq_0",
			"caseInstanceVariables=level_eq_HIGH" })
	void searchesForNoTaskByWhatItInherits(String condition) {
		for (String path : List.of("/engine-rest/task?", "/engine-rest/task/count?")) {
			Answer answer = Caller.of("cio", this.port).get(path + condition);

			assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
			assertThat(answer.message()).startsWith("Tasks are searched and sorted by their own variables");
		}
	}

	@Test
	void searchesForNoTaskByWhatItInheritsInAPartOfAQuery() {
		Object condition = Map.of("name", "level", "operator", "eq", "value", "HIGH");

		assertThat(search(Map.of("orQueries", List.of(Map.of("processVariables", List.of(condition)))))).isEqualTo(400);
		assertThat(search(Map.of("taskVariables", List.of(condition)))).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "processVariable", "executionVariable" })
	void sortsNoTasksByWhatTheyInherit(String sorting) {
		assertThat(search(Map.of("sorting", List.of(sorting(sorting))))).isEqualTo(400);
		assertThat(search(Map.of("sorting", List.of(sorting("taskVariable"))))).isEqualTo(200);
	}

	@Test
	void runsNoFilterThatSearchesByWhatATaskInherits() {
		Filter filter = this.filters.newTaskFilter("By level")
			.setQuery(this.tasks.createTaskQuery().processVariableValueEquals("level", "HIGH"));
		String id = this.filters.saveFilter(filter).getId();
		Caller admin = Caller.of("admin", this.port);

		Answer listed = admin.get("/engine-rest/filter/" + id + "/list");
		Answer counted = admin.get("/engine-rest/filter/" + id + "/count");
		this.filters.deleteFilter(id);

		assertThat(listed.status()).as(listed.toString()).isEqualTo(400);
		assertThat(counted.status()).as(counted.toString()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "complete", "submit-form" })
	void answersACompletionWithNothingThatTheTaskInherited(String how) {
		Caller cio = Caller.of("cio", this.port);
		Map<String, Object> body = Map.of("variables", Caller.variables(Stage.mitigate()).get("variables"),
				"withVariablesInReturn", true);

		Answer answer = cio.post("/engine-rest/task/" + this.task + "/" + how, body);

		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{}");
	}

	@Test
	void givesTasksIdsThatNobodyGuessesByAnother() {
		assertThat(UUID.fromString(this.task).version()).isEqualTo(RANDOM);
	}

	private static Map<String, Object> sorting(String by) {
		return Map.of("sortBy", by, "sortOrder", "asc", "parameters", Map.of("variable", "level", "type", "String"));
	}

	private int search(Map<String, Object> query) {
		return Caller.of("cio", this.port).post("/engine-rest/task", query).status();
	}

	private Answer get(String reader, String path) {
		return Caller.of(reader, this.port).get("/engine-rest/task/" + this.task + path);
	}

}
