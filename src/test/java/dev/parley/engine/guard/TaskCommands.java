package dev.parley.engine.guard;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import dev.parley.Command;
import dev.parley.engine.guard.OpenTasks.Target;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;

/** The commands of {@code role-commands.csv}, by their names there. */
class TaskCommands {

	/** A member of the committee, whom none of the tasks is for. */
	private static final String OUTSIDER = "member7";

	private static final String MESSAGE = "Msg_CaseWithdrawn";

	private static final String SIGNAL = "Signal_X";

	private static final String VARIABLE = "decidingGroup";

	private static final String VALUE = "ciso";

	private static final Map<String, String> TYPED = Map.of("value", VALUE, "type", "String");

	private final Map<String, BiFunction<Target, String, Command>> commands = new LinkedHashMap<>();

	private final Target settled;

	TaskCommands(Target settled) {
		this.settled = settled;
		addWork();
		addPassingOn();
		addVariables();
		addEvents();
		addInstances();
	}

	Set<String> names() {
		return this.commands.keySet();
	}

	/** A command to a task, as given by a user. */
	Command of(String name, Target target, String user) {
		return this.commands.get(name).apply(target, user);
	}

	private void addWork() {
		this.commands.put("claim", (to, user) -> Command.claim(to.task(), user));
		this.commands.put("assign to oneself", (to, user) -> Command.assign(to.task(), user));
		this.commands.put("complete", (to, user) -> Command.complete(to.task(), to.answers()));
		this.commands.put("submit form", (to, user) -> Command.submitForm(to.task(), to.answers()));
		this.commands.put("complete without answers", (to, user) -> Command.complete(to.task(), Map.of()));
		this.commands.put("complete with a routing value", (to, user) -> {
			Map<String, Object> answers = new HashMap<>(to.answers());
			answers.put(VARIABLE, VALUE);
			return Command.complete(to.task(), answers);
		});
	}

	private void addPassingOn() {
		this.commands.put("claim for another", (to, user) -> Command.claim(to.task(), OUTSIDER));
		this.commands.put("assign to an outsider", (to, user) -> Command.assign(to.task(), OUTSIDER));
		this.commands.put("give back unclaimed", (to, user) -> Command.giveBack(to.task()));
		this.commands.put("resolve", (to, user) -> post("/task/" + to.task() + "/resolve",
				Map.of("variables", Map.of()), (engine) -> engine.getTaskService().resolveTask(to.task(), Map.of())));
		this.commands.put("delegate", (to, user) -> post("/task/" + to.task() + "/delegate", Map.of("userId", user),
				(engine) -> engine.getTaskService().delegateTask(to.task(), user)));
		this.commands.put("make an outsider candidate",
				(to, user) -> post("/task/" + to.task() + "/identity-links",
						Map.of("userId", OUTSIDER, "type", "candidate"),
						(engine) -> engine.getTaskService().addCandidateUser(to.task(), OUTSIDER)));
		this.commands.put("make oneself owner",
				(to, user) -> post("/task/" + to.task() + "/identity-links", Map.of("userId", user, "type", "owner"),
						(engine) -> engine.getTaskService().setOwner(to.task(), user)));
		this.commands.put("change the task", (to, user) -> new Command("PUT", "/task/" + to.task(), Map.of("name", "X"),
				(engine) -> engine.getTaskService().setName(to.task(), "X")));
		this.commands.put("delete the task", (to, user) -> new Command("DELETE", "/task/" + to.task(), null,
				(engine) -> engine.getTaskService().deleteTask(to.task())));
	}

	private void addVariables() {
		Map<String, Object> set = Map.of("modifications", Map.of(VARIABLE, TYPED));
		this.commands.put("set a task variable",
				(to, user) -> new Command("PUT", "/task/" + to.task() + "/variables/" + VARIABLE, TYPED,
						(engine) -> engine.getTaskService().setVariable(to.task(), VARIABLE, VALUE)));
		this.commands.put("set a local task variable",
				(to, user) -> new Command("PUT", "/task/" + to.task() + "/localVariables/" + VARIABLE, TYPED,
						(engine) -> engine.getTaskService().setVariableLocal(to.task(), VARIABLE, VALUE)));
		this.commands.put("change task variables", (to, user) -> post("/task/" + to.task() + "/variables", set,
				(engine) -> engine.getTaskService().setVariables(to.task(), Map.of(VARIABLE, VALUE))));
		this.commands.put("remove a task variable",
				(to, user) -> new Command("DELETE", "/task/" + to.task() + "/variables/caseId", null,
						(engine) -> engine.getTaskService().removeVariable(to.task(), "caseId")));
		this.commands.put("set a case variable",
				(to, user) -> new Command("PUT", "/process-instance/" + to.instance() + "/variables/" + VARIABLE, TYPED,
						(engine) -> engine.getRuntimeService().setVariable(to.instance(), VARIABLE, VALUE)));
		this.commands.put("change case variables", (to, user) -> post("/process-instance/" + to.root() + "/variables",
				set, (engine) -> engine.getRuntimeService().setVariables(to.root(), Map.of(VARIABLE, VALUE))));
	}

	private void addEvents() {
		this.commands.put("raise a BPMN error", (to, user) -> post("/task/" + to.task() + "/bpmnError",
				Map.of("errorCode", "X"), (engine) -> engine.getTaskService().handleBpmnError(to.task(), "X")));
		this.commands.put("raise an escalation",
				(to, user) -> post("/task/" + to.task() + "/bpmnEscalation",
						Map.of("escalationCode", "Esc_DecisionOverdue"),
						(engine) -> engine.getTaskService().handleEscalation(to.task(), "Esc_DecisionOverdue")));
		this.commands.put("signal the execution", (to, user) -> post("/execution/" + to.execution() + "/signal",
				Map.of(), (engine) -> engine.getRuntimeService().signal(to.execution())));
		this.commands.put("throw a signal", (to, user) -> post("/signal", Map.of("name", SIGNAL),
				(engine) -> engine.getRuntimeService().signalEventReceived(SIGNAL)));
		this.commands.put("correlate a message",
				(to, user) -> post("/message", Map.of("messageName", MESSAGE, "businessKey", to.caseId()),
						(engine) -> engine.getRuntimeService().correlateMessage(MESSAGE, to.caseId())));
		this.commands.put("deliver a message",
				(to, user) -> post("/execution/" + to.root() + "/messageSubscriptions/" + MESSAGE + "/trigger",
						Map.of(), (engine) -> engine.getRuntimeService().messageEventReceived(MESSAGE, to.root())));
	}

	private void addInstances() {
		this.commands.put("modify the instance",
				(to, user) -> post("/process-instance/" + to.instance() + "/modification",
						Map.of("instructions", List.of(Map.of("type", "cancel", "activityId", to.activity()))),
						(engine) -> engine.getRuntimeService()
							.createProcessInstanceModification(to.instance())
							.cancelAllForActivity(to.activity())
							.execute()));
		this.commands.put("restart a settled case", (to, user) -> {
			String step = "ServiceTask_SettleCase";
			return post("/process-definition/" + this.settled.definition() + "/restart",
					Map.of("processInstanceIds", List.of(this.settled.root()), "instructions",
							List.of(Map.of("type", "startBeforeActivity", "activityId", step))),
					(engine) -> engine.getRuntimeService()
						.restartProcessInstances(this.settled.definition())
						.processInstanceIds(this.settled.root())
						.startBeforeActivity(step)
						.execute());
		});
		this.commands.put("delete the instance",
				(to, user) -> new Command("DELETE", "/process-instance/" + to.instance(), null,
						(engine) -> engine.getRuntimeService().deleteProcessInstance(to.instance(), "X")));
		this.commands.put("run the deadline", (to, user) -> post("/job/" + to.deadline() + "/execute", Map.of(),
				(engine) -> engine.getManagementService().executeJob(to.deadline())));
	}

	private static Command post(String path, @Nullable Object body, Consumer<ProcessEngine> java) {
		return new Command("POST", path, body, java);
	}

}
