package dev.parley.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.TableDigests;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.query.NativeQuery;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing changes a case past its tasks, whatever rights the caller has. */
@ParleyTest
@TestInstance(Lifecycle.PER_CLASS)
class CommandGateTest {

	private static final List<String> ROLES = List.of("requester", "cio", "ciso", "auditor", "admin");

	private static final List<Call> CALLS = calls();

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	TaskService tasks;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService management;

	@Autowired
	HistoryService history;

	@Autowired
	TableDigests tables;

	private final Map<String, String> ids = new TreeMap<>();

	/** A case whose overdue decision was handed up waits for messages. */
	@BeforeAll
	void bringACaseToWhereItWaitsForMessages() {
		String caseId = this.stage.upToDecision(3, 3);
		this.stage.letTimePass(caseId, "DecideRisk");
		ClockUtil.reset();
		this.ids.put("overdueCase", caseId);
		this.ids.put("overdueTask", this.stage.task(caseId, "DecideRisk").getId());
		this.ids.put("overdueRoot", this.stage.instance(caseId, "RiskDecision").getId());
		this.ids.put("waiting",
				this.runtime.createExecutionQuery()
					.processInstanceBusinessKey(caseId)
					.messageEventSubscriptionName("Msg_DecisionMade")
					.singleResult()
					.getId());
	}

	@BeforeAll
	void bringACaseToItsPositions() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		Task task = claimed("cio", caseId, "StateItPosition");
		Task other = claimed("ciso", caseId, "StateSecurityPosition");
		String root = this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId)
			.processDefinitionKey("RiskDecision")
			.singleResult()
			.getId();
		Job job = this.management.createJobQuery().processInstanceId(task.getProcessInstanceId()).list().get(0);
		String settled = settledCase();
		this.ids.putAll(Map.of("case", caseId, "task", task.getId(), "cisoTask", other.getId(), "instance",
				task.getProcessInstanceId(), "root", root, "execution", task.getExecutionId(), "job", job.getId(),
				"jobDefinition", job.getJobDefinitionId(), "definition", task.getProcessDefinitionId(), "deployment",
				job.getDeploymentId()));
		this.ids.put("activityInstance",
				this.runtime.getActivityInstance(task.getProcessInstanceId()).getChildActivityInstances()[0].getId());
		this.ids.put("settled", settled);
		this.ids.put("rootDefinition",
				this.runtime.createProcessInstanceQuery()
					.processInstanceId(root)
					.singleResult()
					.getProcessDefinitionId());
		this.ids.put("historicVariable",
				this.history.createHistoricVariableInstanceQuery()
					.processInstanceId(settled)
					.listPage(0, 1)
					.get(0)
					.getId());
		this.ids.put("historicTask",
				this.history.createHistoricTaskInstanceQuery()
					.processDefinitionKey("CioDecision")
					.finished()
					.listPage(0, 1)
					.get(0)
					.getId());
		this.ids.put("historicDecision",
				this.history.createHistoricDecisionInstanceQuery().listPage(0, 1).get(0).getId());
		this.ids.put("decisionDefinition",
				this.history.createHistoricDecisionInstanceQuery().listPage(0, 1).get(0).getDecisionDefinitionId());
		this.ids.put("operation", this.history.createUserOperationLogQuery().listPage(0, 1).get(0).getOperationId());
	}

	private Task claimed(String user, String caseId, String form) {
		Task task = this.stage.task(caseId, form);
		this.stage.as(user, () -> {
			this.tasks.claim(task.getId(), user);
			return null;
		});
		return task;
	}

	private String settledCase() {
		String caseId = this.stage.upToDecision(1, 1);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		return this.history.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(caseId)
			.processDefinitionKey("RiskDecision")
			.singleResult()
			.getId();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("attempts")
	void refusesToChangeACasePastItsTasks(String user, Call call) {
		Map<String, String> before = this.tables.now();

		Answer answer = call.by(Caller.of(user, this.port), (text) -> filled(text, user));

		assertThat(this.tables.now()).as(answer.toString()).isEqualTo(before);
		assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
		if (user.equals("admin")) {
			assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
			assertThat(answer.message()).as(answer.toString()).isNotBlank();
		}
	}

	static Stream<Arguments> attempts() {
		return ROLES.stream().flatMap((role) -> CALLS.stream().map((call) -> Arguments.of(role, call)));
	}

	private static List<Call> calls() {
		Map<String, Object> value = Map.of("value", "X", "type", "String");
		Map<String, Object> set = Map.of("modifications", Map.of("level", value));
		Map<String, Object> remove = Map.of("deletions", List.of("caseId"));
		Map<String, Object> goTo = Map.of("type", "startBeforeActivity", "activityId", "EndEvent_PositionsCompared");
		Map<String, Object> cancel = Map.of("type", "cancel", "activityId", "UserTask_StateItPosition");
		Map<String, Object> plan = Map.of("sourceProcessDefinitionId", "{definition}", "targetProcessDefinitionId",
				"{definition}", "instructions", List.of());
		List<Object> instance = List.of("{instance}");
		List<Call> calls = new ArrayList<>();
		// variables
		calls.add(new Call("PUT", "/task/{task}/variables/level", value));
		calls.add(new Call("PUT", "/task/{task}/localVariables/caseSoFar", value));
		calls.add(new Call("POST", "/task/{task}/variables", set));
		calls.add(new Call("POST", "/task/{task}/localVariables", remove));
		calls.add(new Call("DELETE", "/task/{task}/variables/caseId", null));
		calls.add(new Call("DELETE", "/task/{task}/localVariables/caseSoFar", null));
		calls.add(new Call("PUT", "/process-instance/{instance}/variables/decidingGroup", value));
		calls.add(new Call("POST", "/process-instance/{instance}/variables", set));
		calls.add(new Call("DELETE", "/process-instance/{instance}/variables/caseId", null));
		calls.add(new Call("POST", "/process-instance/{root}/variables", set));
		calls.add(new Call("PUT", "/execution/{execution}/localVariables/level", value));
		calls.add(new Call("POST", "/execution/{execution}/localVariables", set));
		calls.add(new Call("DELETE", "/execution/{execution}/localVariables/caseId", null));
		calls.add(new Call("POST", "/process-instance/variables-async",
				Map.of("processInstanceIds", instance, "variables", Map.of("level", value))));
		// the way through the model
		calls.add(new Call("POST", "/process-instance/{instance}/modification",
				Map.of("instructions", List.of(goTo, cancel))));
		calls.add(new Call("POST", "/process-instance/{instance}/modification-async",
				Map.of("instructions", List.of(goTo))));
		calls.add(new Call("POST", "/modification/execute", Map.of("processDefinitionId", "{definition}",
				"processInstanceIds", instance, "instructions", List.of(goTo))));
		calls.add(new Call("POST", "/modification/executeAsync", Map.of("processDefinitionId", "{definition}",
				"processInstanceIds", instance, "instructions", List.of(goTo))));
		calls
			.add(new Call("POST", "/migration/execute", Map.of("migrationPlan", plan, "processInstanceIds", instance)));
		calls.add(new Call("POST", "/migration/executeAsync",
				Map.of("migrationPlan", plan, "processInstanceIds", instance)));
		calls.add(new Call("POST", "/process-definition/{rootDefinition}/restart",
				Map.of("processInstanceIds", List.of("{settled}"), "instructions",
						List.of(Map.of("type", "startBeforeActivity", "activityId", "ServiceTask_SettleCase")))));
		calls.add(new Call("POST", "/process-definition/{rootDefinition}/restart-async",
				Map.of("processInstanceIds", List.of("{settled}"), "instructions",
						List.of(Map.of("type", "startBeforeActivity", "activityId", "ServiceTask_SettleCase")))));
		for (String message : List.of("Msg_X", "Msg_CaseWithdrawn", "Msg_DecisionMade", "Msg_ArbitrationOpened")) {
			calls.add(new Call("POST", "/message", Map.of("messageName", message, "businessKey", "{overdueCase}")));
			calls.add(new Call("POST", "/message", Map.of("messageName", message, "businessKey", "{overdueCase}",
					"processVariables", Map.of("caseId", value))));
			calls.add(new Call("POST", "/message", Map.of("messageName", message, "all", true)));
			calls.add(new Call("POST", "/process-instance/message-async",
					Map.of("messageName", message, "processInstanceIds", List.of("{overdueRoot}"))));
			calls.add(new Call("POST", "/execution/{waiting}/messageSubscriptions/" + message + "/trigger", Map.of()));
		}
		calls.add(new Call("POST", "/message", Map.of("messageName", "Msg_CaseWithdrawn", "businessKey", "{case}")));
		calls.add(new Call("POST", "/execution/{root}/messageSubscriptions/Msg_CaseWithdrawn/trigger", Map.of()));
		calls.add(new Call("POST", "/execution/{execution}/signal", Map.of()));
		calls.add(new Call("POST", "/execution/{waiting}/signal", Map.of()));
		calls.add(new Call("POST", "/signal", Map.of("name", "Signal_X")));
		calls.add(new Call("POST", "/signal", Map.of("name", "Signal_X", "executionId", "{execution}")));
		calls.add(new Call("POST", "/condition", Map.of("variables", Map.of("x", value))));
		calls.add(new Call("POST", "/task/{task}/bpmnError", Map.of("errorCode", "X")));
		calls.add(new Call("POST", "/task/{task}/bpmnEscalation", Map.of("escalationCode", "X")));
		calls.add(new Call("POST", "/task/{overdueTask}/bpmnError", Map.of("errorCode", "X")));
		calls.add(new Call("POST", "/task/{overdueTask}/bpmnEscalation",
				Map.of("escalationCode", "Esc_DecisionOverdue")));
		calls.add(new Call("POST", "/execution/{execution}/create-incident", Map.of("incidentType", "failedJob")));
		// starting
		for (String key : List.of("RiskIntake", "CisoChallenge", "CioDecision")) {
			calls.add(new Call("POST", "/process-definition/key/" + key + "/start",
					Map.of("businessKey", "RC-2026-9999", "variables", Map.of("caseId", value))));
			calls.add(new Call("POST", "/process-definition/key/" + key + "/submit-form",
					Map.of("variables", Map.of("caseId", value))));
		}
		calls.add(new Call("POST", "/process-definition/key/RiskDecision/start", Map.of("startInstructions",
				List.of(Map.of("type", "startBeforeActivity", "activityId", "EndEvent_RiskSettled")))));
		calls.add(new Call("POST", "/process-definition/key/RiskDecision/start", Map.of()));
		calls.add(new Call("POST", "/process-definition/key/RiskDecision/submit-form", Map.of("variables", Map.of())));
		// the task past its answers
		calls.add(new Call("POST", "/task/{task}/delegate", Map.of("userId", "{user}")));
		calls.add(new Call("POST", "/task/{task}/resolve", Map.of("variables", Map.of("x", value))));
		calls.add(new Call("POST", "/task/{task}/assignee", Map.of("userId", "requester")));
		calls.add(new Call("POST", "/task/{otherTask}/assignee", Map.of("userId", "{user}")));
		calls.add(new Call("POST", "/task/{otherTask}/assignee", "{}"));
		calls.add(new Call("POST", "/task/{otherTask}/unclaim", Map.of()));
		calls.add(new Call("POST", "/task/{otherTask}/claim", Map.of("userId", "{user}")));
		calls.add(new Call("POST", "/task/{otherTask}/complete", Map.of()));
		calls.add(new Call("POST", "/task/{otherTask}/submit-form", Map.of()));
		calls.add(new Call("POST", "/task/{task}/identity-links", Map.of("userId", "{user}", "type", "candidate")));
		calls.add(new Call("POST", "/task/{task}/identity-links", Map.of("groupId", "requester", "type", "candidate")));
		calls.add(new Call("POST", "/task/{task}/identity-links", Map.of("userId", "{user}", "type", "assignee")));
		calls.add(new Call("POST", "/task/{task}/identity-links", Map.of("userId", "{user}", "type", "owner")));
		calls
			.add(new Call("POST", "/task/{task}/identity-links/delete", Map.of("groupId", "cio", "type", "candidate")));
		calls.add(new Call("PUT", "/task/{task}/", Map.of("name", "X", "owner", "{user}", "priority", 99)));
		calls.add(new Call("POST", "/task/create", Map.of("id", "X", "name", "X")));
		calls.add(new Call("POST", "/task/create", Map.of("name", "X", "parentTaskId", "{task}")));
		calls.add(new Call("DELETE", "/task/{task}", null));
		calls.add(new Call("POST", "/task/{task}/comment/create", Map.of("message", "X")));
		calls.add(new Call("PUT", "/task/{task}/comment", Map.of("id", "X", "message", "X")));
		calls.add(new Call("DELETE", "/task/{task}/comment", null));
		calls.add(new Call("DELETE", "/process-instance/{instance}/comment", null));
		calls.add(new Call("UPLOAD", "/task/{task}/attachment/create", Map.of("attachment-name", "X")));
		// instances and definitions
		calls.add(new Call("DELETE", "/process-instance/{instance}", null));
		calls.add(new Call("DELETE", "/process-instance/{root}?skipIoMappings=true&skipCustomListeners=true", null));
		calls.add(new Call("POST", "/process-instance/delete", Map.of("processInstanceIds", instance)));
		calls.add(new Call("POST", "/process-instance/delete-historic-query-based",
				Map.of("historicProcessInstanceQuery", Map.of("processInstanceIds", instance))));
		calls.add(new Call("PUT", "/process-instance/{instance}/suspended", Map.of("suspended", true)));
		calls.add(new Call("PUT", "/process-instance/suspended",
				Map.of("suspended", true, "processDefinitionKey", "RiskIntake")));
		calls.add(new Call("POST", "/process-instance/suspended-async",
				Map.of("suspended", true, "processInstanceIds", instance)));
		calls.add(new Call("PUT", "/process-definition/{definition}/suspended",
				Map.of("suspended", true, "includeProcessInstances", true)));
		calls.add(new Call("PUT", "/process-definition/key/RiskIntake/suspended", Map.of("suspended", true)));
		calls.add(new Call("PUT", "/process-definition/{definition}/history-time-to-live",
				Map.of("historyTimeToLive", 1)));
		calls.add(new Call("PUT", "/decision-definition/{decisionDefinition}/history-time-to-live",
				Map.of("historyTimeToLive", 1)));
		calls.add(new Call("DELETE", "/process-definition/{definition}?cascade=true", null));
		calls.add(new Call("DELETE", "/process-definition/key/RiskIntake?cascade=true", null));
		calls.add(new Call("DELETE", "/deployment/{deployment}?cascade=true", null));
		calls.add(new Call("POST", "/deployment/{deployment}/redeploy", Map.of()));
		calls.add(new Call("UPLOAD", "/deployment/create", Map.of("deployment-name", "X")));
		// jobs
		calls.add(new Call("POST", "/job/{job}/execute", Map.of()));
		calls.add(new Call("PUT", "/job/{job}/duedate", Map.of("duedate", "2030-01-01T00:00:00.000+0000")));
		calls.add(new Call("POST", "/job/{job}/duedate/recalculate", Map.of()));
		calls.add(new Call("PUT", "/job/{job}/priority", Map.of("priority", 5)));
		calls.add(new Call("PUT", "/job/{job}/suspended", Map.of("suspended", true)));
		calls.add(new Call("PUT", "/job/suspended", Map.of("suspended", true, "processInstanceId", "{instance}")));
		calls.add(new Call("DELETE", "/job/{job}", null));
		calls.add(new Call("PUT", "/job/{job}/retries", Map.of("retries", 0)));
		calls.add(
				new Call("PUT", "/job/{job}/retries", Map.of("retries", 3, "dueDate", "2030-01-01T00:00:00.000+0000")));
		calls.add(new Call("POST", "/job/retries", Map.of("jobIds", List.of("{job}"), "retries", 0)));
		calls
			.add(new Call("POST", "/process-instance/job-retries", Map.of("processInstances", instance, "retries", 0)));
		calls.add(new Call("PUT", "/job-definition/{jobDefinition}/retries", Map.of("retries", 0)));
		calls.add(new Call("PUT", "/job-definition/{jobDefinition}/suspended",
				Map.of("suspended", true, "includeJobs", true)));
		calls.add(new Call("PUT", "/job-definition/{jobDefinition}/jobPriority", Map.of("priority", 5)));
		calls.add(new Call("POST", "/external-task/fetchAndLock", Map.of("workerId", "X", "maxTasks", 1, "topics",
				List.of(Map.of("topicName", "X", "lockDuration", 1000)))));
		// history
		calls.add(new Call("DELETE", "/history/process-instance/{settled}", null));
		calls.add(new Call("POST", "/history/process-instance/delete",
				Map.of("historicProcessInstanceIds", List.of("{settled}"))));
		calls.add(new Call("POST", "/history/process-instance/set-removal-time",
				Map.of("clearedRemovalTime", true, "historicProcessInstanceIds", List.of("{settled}"))));
		calls.add(new Call("POST", "/history/decision-instance/set-removal-time",
				Map.of("clearedRemovalTime", true, "historicDecisionInstanceIds", List.of("{historicDecision}"))));
		calls.add(new Call("DELETE", "/history/process-instance/{settled}/variable-instances", null));
		calls.add(new Call("DELETE", "/history/variable-instance/{historicVariable}", null));
		calls.add(new Call("POST", "/history/decision-instance/delete",
				Map.of("historicDecisionInstanceIds", List.of("{historicDecision}"))));
		calls.add(new Call("POST", "/history/cleanup?immediatelyDue=true", Map.of()));
		calls.add(new Call("PUT", "/history/user-operation/{operation}/set-annotation", Map.of("annotation", "X")));
		calls.add(new Call("PUT", "/history/user-operation/{operation}/clear-annotation", Map.of()));
		calls.add(new Call("POST", "/decision-definition/{decisionDefinition}/evaluate",
				Map.of("variables", Map.of("x", value))));
		return List.copyOf(calls);
	}

	@Test
	void allowsExactlyTheseCommandsThatAreNoQueries() {
		Set<String> allowed = commands().filter((type) -> CommandGate.isAllowed(type.reflect()))
			.filter((type) -> !type.isAssignableTo(Query.class) && !type.isAssignableTo(NativeQuery.class))
			.map(JavaClass::getSimpleName)
			.filter((name) -> !name.startsWith("Get"))
			.collect(Collectors.toCollection(TreeSet::new));

		assertThat(allowed).containsExactlyInAnyOrder(
				// reading
				"AuthorizationCheckCmd", "CheckPassword", "CreateGroupQueryCmd", "CreateNativeUserQueryCmd",
				"CreateTenantQueryCmd", "CreateUserQueryCmd", "DetermineHistoryLevelCmd", "ExecuteFilterCountCmd",
				"ExecuteFilterListCmd", "ExecuteFilterListPageCmd", "ExecuteFilterSingleResultCmd",
				"FindActiveActivityIdsCmd", "IsIdentityServiceReadOnlyCmd", "IsTelemetryEnabledCmd",
				"OptimizeCompletedHistoricActivityInstanceQueryCmd", "OptimizeCompletedHistoricIncidentsQueryCmd",
				"OptimizeCompletedHistoricProcessInstanceQueryCmd", "OptimizeCompletedHistoricTaskInstanceQueryCmd",
				"OptimizeHistoricDecisionInstanceQueryCmd", "OptimizeHistoricIdentityLinkLogQueryCmd",
				"OptimizeHistoricUserOperationsLogQueryCmd", "OptimizeHistoricVariableUpdateQueryCmd",
				"OptimizeOpenHistoricIncidentsQueryCmd", "OptimizeRunningHistoricActivityInstanceQueryCmd",
				"OptimizeRunningHistoricProcessInstanceQueryCmd", "OptimizeRunningHistoricTaskInstanceQueryCmd",
				"ExecuteListQueryCmd", "ExecuteSingleQueryCmd", "MetricsQueryImpl", "MetricsQueryIntervalCmd",
				"MetricsQuerySumCmd", "QueryCalledProcessDefinitionsCmd", "QueryProcessInstancesCmd",
				"QueryProcessInstancesCountCmd", "QueryServiceRowCountCmd", "TablePageQueryImpl",
				// working on tasks, raising a risk
				"ClaimTaskCmd", "AssignTaskCmd", "CompleteTaskCmd", "SubmitTaskFormCmd", "SubmitStartFormCmd",
				"StartProcessInstanceCmd",
				// filters
				"CreateFilterCmd", "SaveFilterCmd", "DeleteFilterCmd",
				// users, groups and rights
				"CreateUserCmd", "SaveUserCmd", "DeleteUserCmd", "UnlockUserCmd", "CreateGroupCmd", "SaveGroupCmd",
				"DeleteGroupCmd", "CreateMembershipCmd", "DeleteMembershipCmd", "CreateAuthorizationCommand",
				"SaveAuthorizationCmd", "DeleteAuthorizationCmd",
				// repair
				"SetJobRetriesCmd", "SetAnnotationForIncidentCmd");
	}

	@Test
	void allowsNoCommandThatReadsByNameAndWritesInTruth() {
		Set<String> writing = commands().filter((type) -> CommandGate.isAllowed(type.reflect()))
			.filter((type) -> type.getSimpleName().startsWith("Get") || type.getSimpleName().contains("Query"))
			.filter((type) -> type.getMethodCallsFromSelf()
				.stream()
				.anyMatch(
						(call) -> call.getTarget().getName().matches("(insert|delete|update|save|set[A-Z].*Variable).*")
								&& call.getTargetOwner()
									.getPackageName()
									.matches("org\\.camunda\\.bpm\\.engine\\.impl\\.(persistence|db|history)\\b.*")))
			.map(JavaClass::getSimpleName)
			.collect(Collectors.toCollection(TreeSet::new));

		assertThat(writing).isEmpty();
	}

	private static Stream<JavaClass> commands() {
		List<JavaClass> commands = new ClassFileImporter()
			.importPackages("org.camunda.bpm.engine", "org.camunda.bpm.cockpit", "org.camunda.bpm.webapp",
					"org.camunda.bpm.admin", "org.camunda.bpm.tasklist")
			.stream()
			.filter((type) -> type.isAssignableTo(Command.class) && !type.isInterface())
			.filter((type) -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
			.filter((type) -> !type.getPackageName().contains(".test"))
			.toList();
		assertThat(commands).hasSizeGreaterThan(300);
		return commands.stream();
	}

	/**
	 * Fills in ids; a person's own task stands for {task}, the other side's for
	 * {otherTask}.
	 */
	private String filled(String text, String user) {
		boolean security = user.startsWith("ciso");
		String result = text.replace("{user}", user)
			.replace("{task}", this.ids.get(security ? "cisoTask" : "task"))
			.replace("{otherTask}", this.ids.get(security ? "task" : "cisoTask"));
		for (Map.Entry<String, String> id : this.ids.entrySet()) {
			result = result.replace("{" + id.getKey() + "}", id.getValue());
		}
		return result;
	}

	/**
	 * A call of the engine's REST API.
	 *
	 * @param method HTTP method, or UPLOAD
	 * @param path path below /engine-rest
	 * @param body body, or null
	 */
	record Call(String method, String path, @Nullable Object body) {

		@SuppressWarnings("unchecked")
		Answer by(Caller caller, java.util.function.UnaryOperator<String> fill) {
			String full = "/engine-rest" + fill.apply(this.path);
			if (this.method.equals("UPLOAD")) {
				return caller.upload(full, (Map<String, String>) this.body, "content", "X");
			}
			return caller.send(this.method, full, (this.body != null) ? fill.apply(json(this.body)) : null);
		}

		private static String json(Object body) {
			try {
				return (body instanceof String text) ? text
						: new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(body);
			}
			catch (com.fasterxml.jackson.core.JsonProcessingException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public String toString() {
			return this.method + " " + this.path + ((this.body != null) ? " " + this.body : "");
		}

	}

}
