package dev.parley.identity;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What each role can and cannot do through the engine's REST API. */
@ParleyTest
class RightsTest {

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	IdentityService identities;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void deleteUsers() {
		this.identities.deleteUser("newcomer");
	}

	@ParameterizedTest
	@CsvSource({ "cio, StateItPosition", "cio-deputy, StateItPosition", "ciso, StateSecurityPosition",
			"ciso-deputy, StateSecurityPosition" })
	void showsTheTasksOfTheOwnSideOnly(String user, String form) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);

		assertThat(visibleForms(user, caseId)).containsExactly(form);
	}

	@ParameterizedTest
	@ValueSource(strings = { "requester", "risk-owner", "member1", "chair", "cro", "sponsor", "process-owner" })
	void showsThePositionsTasksToNobodyElse(String user) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);

		assertThat(visibleForms(user, caseId)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "admin", "auditor" })
	void showsAllTasksToAdministratorsAndAuditors(String user) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);

		assertThat(visibleForms(user, caseId)).containsExactlyInAnyOrder("StateItPosition", "StateSecurityPosition");
	}

	@Test
	void letsTheRequesterWorkOnItsOwnTask() {
		Answer raised = Caller.of("requester", this.port)
			.post("/engine-rest/process-definition/key/RiskDecision/submit-form", Caller.variables(Stage.raised()));
		assertThat(raised.status()).as(raised.toString()).isEqualTo(200);
		String caseId = this.jdbc.sql("select business_key_ from act_hi_procinst where id_ = ?")
			.param(raised.json().path("id").asText())
			.query(String.class)
			.single();

		works("requester", caseId, "IdentifyAsset", Map.of("assetId", Stage.SHARED_ASSET));
		works("cio", caseId, "StateItPosition", Stage.itPosition(1, 1));
		works("ciso-deputy", caseId, "StateSecurityPosition", Stage.securityPosition(1, 1));
		works("cio-deputy", caseId, "DecideRisk", Stage.mitigate());
		works("ciso", caseId, "GiveAssurance", Stage.assured());

		assertThat(state(caseId)).isEqualTo("SETTLED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "member1", "chair", "cro", "sponsor", "process-owner", "auditor", "admin" })
	void refusesToRaiseARiskFromAnOfficeThatDoesNot(String user) {
		Answer answer = Caller.of(user, this.port)
			.post("/engine-rest/process-definition/key/RiskDecision/submit-form", Caller.variables(Stage.raised()));

		assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
	}

	@Test
	void showsADeployedFormOnlyToThoseWhoCanSeeTheTask() {
		String task = this.stage.task(this.stage.raiseOn(Stage.SHARED_ASSET), "StateItPosition").getId();

		for (String path : List.of("/deployed-form", "/form-variables", "/form", "/variables")) {
			assertThat(Caller.of("cio-deputy", this.port).get("/engine-rest/task/" + task + path).status()).as(path)
				.isEqualTo(200);
			assertThat(Stream.of("ciso", "requester", "risk-owner")
				.map((user) -> Caller.of(user, this.port).get("/engine-rest/task/" + task + path).status())).as(path)
				.allMatch((status) -> status == 403 || status == 404);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "requester", "risk-owner", "ciso", "member1", "process-owner", "auditor", "admin" })
	void refusesToClaimAndToDecideForAnOfficeThatOneIsNotIn(String user) {
		String caseId = this.stage.upToDecision(1, 1);
		String task = "/engine-rest/task/" + this.stage.task(caseId, "DecideRisk").getId();
		Caller caller = Caller.of(user, this.port);

		assertRefused(caller.post(task + "/claim", Map.of("userId", user)));
		assertRefused(caller.post(task + "/submit-form", Caller.variables(Stage.mitigate())));
		assertRefused(caller.post(task + "/complete", Caller.variables(Stage.mitigate())));

		assertThat(this.stage.openForms(caseId)).containsExactly("DecideRisk");
		assertThat(this.stage.task(caseId, "DecideRisk").getAssignee()).isNull();
	}

	@Test
	void lettingAdministratorsSeeDoesNotLetThemDecide() {
		String caseId = this.stage.upToDecision(1, 1);
		String task = "/engine-rest/task/" + this.stage.task(caseId, "DecideRisk").getId();
		Caller admin = Caller.of("admin", this.port);

		assertThat(admin.get(task).status()).isEqualTo(200);
		assertThat(admin.post(task + "/submit-form", Caller.variables(Stage.mitigate())).status()).isEqualTo(403);
		assertThat(admin.post(task + "/complete", Caller.variables(Stage.mitigate())).status()).isEqualTo(403);
		assertThat(admin.post(task + "/claim", Map.of("userId", "admin")).status()).isEqualTo(403);
		assertThat(admin.post(task + "/claim", Map.of("userId", "cio")).status()).isEqualTo(403);
	}

	@Test
	void refusesTheDecisionByThePersonWhoRaisedTheCaseAndTakesTheDeputys() {
		String caseId = this.stage.raise("cio", Stage.raised()).getBusinessKey();
		this.stage.complete("cio", caseId, "IdentifyAsset", Map.of("assetId", Stage.SHARED_ASSET));
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(1, 1));
		this.stage.complete("ciso", caseId, "StateSecurityPosition", Stage.securityPosition(1, 1));
		String task = "/engine-rest/task/" + this.stage.task(caseId, "DecideRisk").getId();

		Answer claim = Caller.of("cio", this.port).post(task + "/claim", Map.of("userId", "cio"));
		Answer decide = Caller.of("cio", this.port).post(task + "/submit-form", Caller.variables(Stage.mitigate()));

		assertThat(claim.status()).isEqualTo(403);
		assertThat(decide.status()).isEqualTo(403);
		assertThat(decide.message()).contains("who raises a case does not decide it");
		works("cio-deputy", caseId, "DecideRisk", Stage.mitigate());
		assertThat(this.stage.openForms(caseId)).containsExactly("GiveAssurance");
	}

	@Test
	void refusesToActForTheOtherSideAfterChangingOffice() {
		newcomer("cio");
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		this.stage.complete("newcomer", caseId, "StateItPosition", Stage.itPosition(1, 1));
		this.identities.deleteMembership("newcomer", "cio");
		this.identities.createMembership("newcomer", "ciso");

		Answer answer = Caller.of("newcomer", this.port)
			.post("/engine-rest/task/" + this.stage.task(caseId, "StateSecurityPosition").getId() + "/submit-form",
					Caller.variables(Stage.securityPosition(1, 1)));

		assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
		assertThat(answer.message()).contains("for the other side");
	}

	@Test
	void takesTheRightAwayWithTheMembership() {
		newcomer("cio");
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		String task = "/engine-rest/task/" + this.stage.task(caseId, "StateItPosition").getId();
		Caller newcomer = Caller.of("newcomer", this.port);
		assertThat(newcomer.post(task + "/claim", Map.of("userId", "newcomer")).status()).isEqualTo(204);

		this.identities.deleteMembership("newcomer", "cio");

		assertRefused(newcomer.post(task + "/submit-form", Caller.variables(Stage.itPosition(1, 1))));
		assertThat(this.stage.openForms(caseId)).contains("StateItPosition");
	}

	@ParameterizedTest
	@CsvSource({ "cio, ciso", "cio-deputy, ciso", "ciso, cio", "ciso-deputy, cio" })
	void refusesToPutOnePersonIntoBothOffices(String user, String group) {
		Answer answer = Caller.of("admin", this.port).put("/engine-rest/group/" + group + "/members/" + user, Map.of());

		assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
		assertThat(answer.message()).contains("Nobody is in the offices of the CIO and of the CISO at once");
		assertThat(this.identities.createGroupQuery().groupMember(user).list()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "requester", "cio", "ciso", "process-owner", "auditor" })
	void letsOnlyAdministratorsChangeOfficesAndRights(String user) {
		Caller caller = Caller.of(user, this.port);
		newcomer("ciso");

		assertRefused(caller.put("/engine-rest/group/cio/members/" + user, Map.of()));
		assertRefused(caller.put("/engine-rest/group/camunda-admin/members/" + user, Map.of()));
		assertRefused(caller.delete("/engine-rest/group/ciso/members/newcomer"));
		assertRefused(caller.post("/engine-rest/group/create", Map.of("id", "x", "name", "x")));
		assertRefused(caller.post("/engine-rest/user/create",
				Map.of("profile", Map.of("id", "stranger"), "credentials", Map.of("password", "Zx9!stranger"))));
		assertRefused(caller.post("/engine-rest/authorization/create", Map.of("type", 1, "permissions", List.of("ALL"),
				"userId", user, "resourceType", 7, "resourceId", "*")));
		assertRefused(caller.delete("/engine-rest/user/newcomer"));
		assertThat(caller
			.put("/engine-rest/user/newcomer/credentials",
					Map.of("password", "Zx9!stranger", "authenticatedUserPassword", Caller.PASSWORD))
			.status()).isIn(403, 404);
		assertThat(this.identities.createGroupQuery().groupMember("newcomer").list()).hasSize(1);
	}

	@Test
	void letsNobodyDeleteTheirOwnUser() {
		newcomer("ciso");

		Answer answer = Caller.of("newcomer", this.port).delete("/engine-rest/user/newcomer");

		assertRefused(answer);
		assertThat(this.identities.createUserQuery().userId("newcomer").count()).isOne();
	}

	@Test
	void letsPeopleChangeTheirOwnPassword() {
		newcomer("ciso");
		Map<String, String> changed = Map.of("password", "Zx9!changed", "authenticatedUserPassword", Caller.PASSWORD);

		Answer answer = Caller.of("newcomer", this.port).put("/engine-rest/user/newcomer/credentials", changed);

		assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
		assertThat(Caller.of("newcomer", this.port).get("/engine-rest/task/count").status()).isEqualTo(401);
		this.identities.unlockUser("newcomer");
		assertThat(Caller.of("newcomer", "Zx9!changed", this.port).get("/engine-rest/task/count").status())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "cio, cio-deputy", "cio, requester", "cio, nobody", "cio-deputy, cio", "admin, cio", "ciso, cio" })
	void refusesToClaimForAnother(String user, String other) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		String task = this.stage.task(caseId, "StateItPosition").getId();

		assertRefused(Caller.of(user, this.port).post("/engine-rest/task/" + task + "/claim", Map.of("userId", other)));

		assertThat(this.stage.task(caseId, "StateItPosition").getAssignee()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/unclaim", "/assignee" })
	void givesBackATaskOnlyWithinItsOffice(String how) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		String task = "/engine-rest/task/" + this.stage.task(caseId, "StateItPosition").getId();
		Caller.of("cio", this.port).post(task + "/claim", Map.of("userId", "cio"));

		assertRefused(Caller.of("admin", this.port).post(task + how, "{}"));
		assertRefused(Caller.of("ciso", this.port).post(task + how, "{}"));
		assertThat(this.stage.task(caseId, "StateItPosition").getAssignee()).isEqualTo("cio");

		Answer answer = Caller.of("cio", this.port).post(task + how, "{}");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
		assertThat(this.stage.task(caseId, "StateItPosition").getAssignee()).isNull();
		works("cio-deputy", caseId, "StateItPosition", Stage.itPosition(1, 1));
	}

	@Test
	void refusesToGiveBackATaskThatIsForOnePersonAlone() {
		String caseId = this.stage.raise();
		String task = "/engine-rest/task/" + this.stage.task(caseId, "IdentifyAsset").getId();

		assertThat(Caller.of("requester", this.port).post(task + "/unclaim", Map.of()).status()).isEqualTo(403);
		assertThat(this.stage.task(caseId, "IdentifyAsset").getAssignee()).isEqualTo("requester");
	}

	@Test
	void refusesToCompleteATaskThatAColleagueWorksOn() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		String task = "/engine-rest/task/" + this.stage.task(caseId, "StateItPosition").getId();
		Caller.of("cio", this.port).post(task + "/claim", Map.of("userId", "cio"));

		assertRefused(Caller.of("cio-deputy", this.port)
			.post(task + "/submit-form", Caller.variables(Stage.itPosition(1, 1))));
		assertRefused(Caller.of("ciso", this.port).post(task + "/claim", Map.of("userId", "ciso")));
		assertThat(this.stage.task(caseId, "StateItPosition").getAssignee()).isEqualTo("cio");
	}

	@ParameterizedTest
	@ValueSource(strings = { "process-instance", "variable-instance", "task", "decision-instance", "user-operation",
			"activity-instance", "detail", "identity-link-log", "job-log", "incident" })
	void letsTheAuditorReadHistory(String kind) {
		settled();

		Answer answer = Caller.of("auditor", this.port).get("/engine-rest/history/" + kind + "?maxResults=5000");

		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		if (!kind.equals("incident")) {
			assertThat(answer.json()).as(kind).isNotEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "requester", "cio", "ciso", "risk-owner", "process-owner" })
	void showsTheHistoryOfOthersToNobodyElse(String user) {
		settled();

		for (String kind : List.of("process-instance", "variable-instance", "decision-instance", "user-operation",
				"detail", "activity-instance", "identity-link-log")) {
			Answer answer = Caller.of(user, this.port).get("/engine-rest/history/" + kind + "?maxResults=5000");
			assertThat(answer.json()).as(kind).isEmpty();
		}
	}

	@Test
	void letsTheAuditorReadAFinishedCaseAsAWhole() {
		String caseId = settled();
		Caller auditor = Caller.of("auditor", this.port);
		JsonNode cases = auditor
			.get("/engine-rest/history/process-instance?sortBy=startTime&sortOrder=asc&processInstanceBusinessKey="
					+ caseId)
			.json();
		assertThat(cases.findValuesAsText("processDefinitionKey")).containsExactly("RiskDecision", "RiskIntake",
				"CioDecision", "TreatmentPlan");

		JsonNode tasks = auditor
			.get("/engine-rest/history/task?rootProcessInstanceId="
					+ cases.get(0).path("rootProcessInstanceId").asText() + "&processInstanceBusinessKey=" + caseId)
			.json();

		assertThat(tasks.findValuesAsText("assignee")).contains("requester", "cio", "ciso");
	}

	@Test
	void changesNothingForTheAuditor() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		String task = "/engine-rest/task/" + this.stage.task(caseId, "StateItPosition").getId();
		Caller auditor = Caller.of("auditor", this.port);

		assertThat(auditor.post(task + "/claim", Map.of("userId", "auditor")).status()).isEqualTo(403);
		assertThat(auditor.post(task + "/complete", Map.of()).status()).isEqualTo(403);
		assertThat(auditor.post(task + "/submit-form", Caller.variables(Stage.itPosition(1, 1))).status())
			.isEqualTo(403);
		assertThat(auditor.post(task + "/unclaim", Map.of()).status()).isEqualTo(403);
	}

	@Test
	void answersForATaskThatIsNotThere() {
		Caller cio = Caller.of("cio", this.port);

		for (String path : List.of("/claim", "/unclaim", "/complete", "/submit-form", "/assignee", "/resolve")) {
			Answer answer = cio.post("/engine-rest/task/gone" + path, "{\"userId\": \"cio\"}");
			assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
		}
	}

	@Test
	void answersForATaskThatIsDone() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		String task = this.stage.task(caseId, "StateItPosition").getId();
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(1, 1));
		Caller cio = Caller.of("cio", this.port);

		for (String path : List.of("", "/form", "/deployed-form", "/rendered-form", "/form-variables", "/variables",
				"/localVariables", "/variables/caseSoFar", "/identity-links", "/comment", "/attachment")) {
			Answer answer = cio.get("/engine-rest/task/" + task + path);
			assertThat(answer.status()).as(answer.toString()).isLessThan(500);
		}
	}

	private void works(String user, String caseId, String form, Map<String, Object> answers) {
		String task = "/engine-rest/task/" + this.stage.task(caseId, form).getId();
		Caller caller = Caller.of(user, this.port);
		assertThat(visibleForms(user, caseId)).contains(form);
		assertThat(caller.get(task + "/deployed-form").body()).contains("\"" + form + "\"");
		assertThat(caller.get(task + "/form-variables?deserializeValues=false").json().path("caseSoFar").toString())
			.contains(caseId);
		Answer claimed = caller.post(task + "/claim", Map.of("userId", user));
		assertThat(claimed.status()).as(claimed.toString()).isEqualTo(204);
		Answer submitted = caller.post(task + "/submit-form", Caller.variables(answers));
		assertThat(submitted.status()).as(submitted.toString()).isEqualTo(204);
	}

	private List<String> visibleForms(String user, String caseId) {
		Answer answer = Caller.of(user, this.port).get("/engine-rest/task?processInstanceBusinessKey=" + caseId);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return answer.json()
			.findValuesAsText("taskDefinitionKey")
			.stream()
			.map((key) -> key.substring("UserTask_".length()))
			.toList();
	}

	private String settled() {
		String caseId = this.stage.upToDecision(1, 1);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		return caseId;
	}

	private String state(String caseId) {
		return this.jdbc.sql("select state from risk_case where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

	private void newcomer(String group) {
		var user = this.identities.newUser("newcomer");
		user.setFirstName("New");
		user.setLastName("Comer");
		user.setPassword(Caller.PASSWORD);
		this.identities.saveUser(user);
		this.identities.createMembership("newcomer", group);
	}

	private static void assertRefused(Answer answer) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
		assertThat(answer.message()).isNotBlank();
	}

}
