package dev.parley;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Plays cases as the people who take part in them, with valid answers by default. */
@TestComponent
public class Stage {

	public static final String SHARED_ASSET = "A-003";

	public static final String BUSINESS_UNIT_ASSET = "A-009";

	private static final AtomicInteger ENGINES = new AtomicInteger();

	private final IdentityService identities;

	private final FormService forms;

	private final TaskService tasks;

	private final RepositoryService repository;

	private final ManagementService management;

	private final RuntimeService runtime;

	public Stage(IdentityService identities, FormService forms, TaskService tasks, RepositoryService repository,
			ManagementService management, RuntimeService runtime) {
		this.identities = identities;
		this.forms = forms;
		this.tasks = tasks;
		this.repository = repository;
		this.management = management;
		this.runtime = runtime;
		if (ENGINES.incrementAndGet() > 1) {
			throw new IllegalStateException(
					"Another engine in the same JVM: REST and assertions would take the one for the other. Tag the test own-engine.");
		}
	}

	/** Runs an action as a signed-in user. */
	public <T> T as(String user, Supplier<T> action) {
		List<String> groups = this.identities.createGroupQuery()
			.groupMember(user)
			.list()
			.stream()
			.map(Group::getId)
			.toList();
		this.identities.setAuthentication(user, groups);
		try {
			return action.get();
		}
		finally {
			this.identities.clearAuthentication();
		}
	}

	/** Raises a risk as a user, and returns its process instance. */
	public ProcessInstance raise(String user, Map<String, Object> answers) {
		String definition = this.repository.createProcessDefinitionQuery()
			.processDefinitionKey("RiskDecision")
			.latestVersion()
			.singleResult()
			.getId();
		return as(user, () -> this.forms.submitStartForm(definition, answers));
	}

	/** Raises a valid risk as the requester, and returns the case id. */
	public String raise() {
		return raise("requester", raised()).getBusinessKey();
	}

	/** Raises a risk on an asset, up to where both positions are asked for. */
	public String raiseOn(String asset) {
		String caseId = raise();
		complete("requester", caseId, "IdentifyAsset", Map.of("assetId", asset));
		return caseId;
	}

	/**
	 * Brings a case on a shared asset to its decision, with equal scores of both sides.
	 */
	public String upToDecision(int likelihood, int impact) {
		return upToDecision(SHARED_ASSET, likelihood, impact);
	}

	/** Brings a case to its decision, with equal scores of both sides. */
	public String upToDecision(String asset, int likelihood, int impact) {
		String caseId = raiseOn(asset);
		complete("cio", caseId, "StateItPosition", itPosition(likelihood, impact));
		complete("ciso", caseId, "StateSecurityPosition", securityPosition(likelihood, impact));
		if (openForms(caseId).contains("RaiseChallenge")) {
			complete("ciso", caseId, "RaiseChallenge", nothingToAsk());
		}
		return caseId;
	}

	/** Brings a case on a shared asset to its challenge. */
	public String upToChallenge(int likelihood, int impact) {
		String caseId = raiseOn(SHARED_ASSET);
		complete("cio", caseId, "StateItPosition", itPosition(likelihood, impact));
		complete("ciso", caseId, "StateSecurityPosition", securityPosition(likelihood, impact));
		return caseId;
	}

	/** Brings a case to its answers, with two questions asked. */
	public String upToAnswers(int likelihood, int impact) {
		String caseId = upToChallenge(likelihood, impact);
		complete("ciso", caseId, "RaiseChallenge", answers("questions", "Who patches?\nWho watches?"));
		return caseId;
	}

	/** Brings a case with a decision to its assurance. */
	public String upToAssurance(int likelihood, int impact) {
		String caseId = upToDecision(likelihood, impact);
		complete("cio", caseId, "DecideRisk", mitigate());
		return caseId;
	}

	/** Brings a case above tolerance to the attempt to agree. */
	public String upToAgreement() {
		String caseId = upToAssurance(4, 4);
		complete("ciso", caseId, "GiveAssurance", objected());
		return caseId;
	}

	/** Brings a case with a conflict before the committee, up to the pleas. */
	public String upToPleas() {
		String caseId = upToAgreement();
		complete("cio", caseId, "SeekAgreement", answers("outcome", "STAND"));
		complete("ciso", caseId, "SeekAgreement", answers("outcome", "DISAGREEMENT_CONFIRMED"));
		return caseId;
	}

	/** Brings a case with a conflict before the committee, up to its votes. */
	public String upToVotes() {
		String caseId = upToPleas();
		plead(caseId);
		return caseId;
	}

	/**
	 * Brings a case above capacity, that the owner accepts, to the chief risk officer.
	 */
	public String upToOfficersRuling() {
		String caseId = upToDecision(5, 5);
		complete("cio", caseId, "DecideRisk", accept());
		complete("ciso", caseId, "GiveAssurance", assured());
		plead(caseId);
		return caseId;
	}

	/**
	 * Brings a case on a shared asset within tolerance to an exemption that is in force,
	 * until a last day.
	 */
	public String upToExemption(String endsOn) {
		String caseId = upToDecision(3, 3);
		complete("cio", caseId, "DecideRisk", exempt(endsOn));
		complete("ciso", caseId, "GiveAssurance", assured());
		return caseId;
	}

	/**
	 * Brings a case on a shared asset above tolerance to an exemption that the committee
	 * has confirmed, until a last day.
	 */
	public String upToConfirmedExemption(String endsOn) {
		String caseId = upToDecision(4, 4);
		complete("cio", caseId, "DecideRisk", exempt(endsOn));
		complete("ciso", caseId, "GiveAssurance", assured());
		plead(caseId);
		vote(caseId, "UPHOLD_DECISION", "UPHOLD_DECISION", "UPHOLD_DECISION", "UPHOLD_DECISION", "UPHOLD_DECISION",
				"UPHOLD_DECISION", "UPHOLD_DECISION");
		acknowledge(caseId);
		return caseId;
	}

	/** Brings a case on a shared asset to a treatment that is under way. */
	public String upToTreatment(int likelihood, int impact) {
		String caseId = upToAssurance(likelihood, impact);
		complete("ciso", caseId, "GiveAssurance", assured());
		return caseId;
	}

	/** Both sides of a case on a shared asset plead. */
	public void plead(String caseId) {
		completeOf("cio", caseId, "PleadCase", answers("plea", "The measure is enough."));
		completeOf("ciso", caseId, "PleadCase", answers("plea", "The measure comes too late."));
	}

	/** Both sides of a case on a shared asset take note of a ruling. */
	public void acknowledge(String caseId) {
		completeOf("cio", caseId, "AcknowledgeRuling", Map.of());
		completeOf("ciso", caseId, "AcknowledgeRuling", Map.of());
	}

	/** Completes the task of both sides that is offered to a group, as a member of it. */
	public void completeOf(String group, String caseId, String form, Map<String, Object> answers) {
		completeTask(group, taskOf(group, caseId, form).getId(), answers);
	}

	/** The task of both sides that is offered to a group. */
	public Task taskOf(String group, String caseId, String form) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(caseId)
			.taskDefinitionKey("UserTask_" + form)
			.taskCandidateGroup(group)
			.includeAssignedTasks()
			.singleResult();
	}

	/** Members vote, one after the other: {@code member1} casts the first vote. */
	public void vote(String caseId, String... votes) {
		for (int index = 0; index < votes.length; index++) {
			String member = "member" + (index + 1);
			Map<String, Object> ballot = answers("vote", votes[index]);
			if (votes[index].equals("IMPOSE_CONDITIONS")) {
				ballot.put("conditions", "Watch the appliance | ciso | 2027-03-01");
			}
			castBallot(caseId, member, ballot);
		}
	}

	/** A member casts a ballot. */
	public void castBallot(String caseId, String member, Map<String, Object> ballot) {
		completeTask(member, ballotOf(caseId, member).getId(), ballot);
	}

	/** The open task of a member who is asked to vote. */
	public Task ballotOf(String caseId, String member) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(caseId)
			.taskDefinitionKey("UserTask_CastVote")
			.taskAssignee(member)
			.singleResult();
	}

	/** Claims and completes the task with the given form, as a user. */
	public void complete(String user, String caseId, String form, Map<String, Object> answers) {
		completeTask(user, task(caseId, form).getId(), answers);
	}

	/** Claims and completes the first of several tasks with the given form, as a user. */
	public void completeFirst(String user, String caseId, String form, Map<String, Object> answers) {
		completeTask(user, tasksOf(caseId, form).get(0).getId(), answers);
	}

	/** The open tasks of a case with the given form, oldest first. */
	public List<Task> tasksOf(String caseId, String form) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(caseId)
			.taskDefinitionKey("UserTask_" + form)
			.orderByTaskCreateTime()
			.asc()
			.list();
	}

	/** Claims and completes a task as a user. */
	public void completeTask(String user, String taskId, Map<String, Object> answers) {
		as(user, () -> {
			this.tasks.claim(taskId, user);
			this.forms.submitTaskForm(taskId, answers);
			return null;
		});
	}

	/**
	 * Lets the time of a task pass: moves the clock just past its due date, and runs what
	 * the case has to do by then. The test resets the clock.
	 */
	public void letTimePass(String caseId, String form) {
		ClockUtil.setCurrentTime(new Date(tasksOf(caseId, form).get(0).getDueDate().getTime() + 1000));
		List<String> instances = this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId)
			.list()
			.stream()
			.map(ProcessInstance::getId)
			.toList();
		this.management.createJobQuery()
			.duedateLowerThan(ClockUtil.getCurrentTime())
			.list()
			.stream()
			.filter((job) -> instances.contains(job.getProcessInstanceId()))
			.forEach((job) -> this.management.executeJob(job.getId()));
	}

	/** The open task of a case with the given form. */
	public Task task(String caseId, String form) {
		Task task = this.tasks.createTaskQuery()
			.processInstanceBusinessKey(caseId)
			.taskDefinitionKey("UserTask_" + form)
			.singleResult();
		if (task == null) {
			throw new AssertionError("Case %s has no open task %s, but %s".formatted(caseId, form, openForms(caseId)));
		}
		return task;
	}

	/** The running process instance of a case by its model. */
	public ProcessInstance instance(String caseId, String model) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId)
			.processDefinitionKey(model)
			.singleResult();
	}

	/** The forms of all open tasks of a case, in order. */
	public List<String> openForms(String caseId) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(caseId)
			.list()
			.stream()
			.map((task) -> task.getTaskDefinitionKey().substring("UserTask_".length()))
			.sorted()
			.toList();
	}

	/** Runs what a case left to be done later, but no timers. */
	public void goOn(String caseId) {
		this.management.createJobQuery()
			.messages()
			.list()
			.stream()
			.filter((job) -> belongsTo(job, caseId))
			.forEach((job) -> this.management.executeJob(job.getId()));
	}

	/** Fires the timer of an activity of a case, as if its time had come. */
	public void fireTimer(String caseId, String activity) {
		Job timer = this.management.createJobQuery()
			.activityId(activity)
			.list()
			.stream()
			.filter((job) -> belongsTo(job, caseId))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No timer " + activity + " in case " + caseId));
		this.management.executeJob(timer.getId());
	}

	private boolean belongsTo(Job job, String caseId) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceId(job.getProcessInstanceId())
			.processInstanceBusinessKey(caseId)
			.count() > 0;
	}

	public static Map<String, Object> raised() {
		return answers("title", "Unpatched remote access", "scenario", "An attacker enters through the VPN appliance.",
				"category", "DATA", "benefit", "People can work from home.");
	}

	public static Map<String, Object> itPosition(int likelihood, int impact) {
		return answers("likelihood", likelihood, "impact", impact, "residualLikelihood", 1, "residualImpact", 1,
				"reasoning", "The appliance is patched every month.");
	}

	public static Map<String, Object> securityPosition(int likelihood, int impact) {
		return answers("likelihood", likelihood, "impact", impact, "residualLikelihood", 1, "residualImpact", 1,
				"reasoning", "Exploits are public.", "threat", "Ransomware groups");
	}

	/** No question, and a statement of what was examined that nobody made before. */
	public static Map<String, Object> nothingToAsk() {
		String words = new Random().ints(12, 0, 1_000_000)
			.mapToObj((number) -> Integer.toString(number + 1_000_000, 26).replaceAll("\\d", "x"))
			.collect(Collectors.joining(" "));
		return answers("examined", "Looked at " + words);
	}

	/** An objection. */
	public static Map<String, Object> objected() {
		Map<String, Object> answers = assured();
		answers.put("outcome", "OBJECTED");
		answers.put("opinion", "The measure comes too late.");
		return answers;
	}

	/** A valid MITIGATE with two options and an action. */
	public static Map<String, Object> mitigate() {
		return answers("treatment", "MITIGATE", "rationale", "Patching costs less than an outage.", "ownership", true,
				"reviewOn", "2027-06-30", "option1", "Patch now", "option1Benefit", "Closes the hole", "option1Cost",
				"A night's outage", "option1Residual", 1, "option2", "Wait for the next release", "option2Benefit",
				"No outage", "option2Cost", "Three months of exposure", "option2Residual", 3, "action1",
				"Patch the appliance", "action1Owner", "cio", "action1Due", "2027-01-15");
	}

	/** A valid ACCEPT with two options. */
	public static Map<String, Object> accept() {
		Map<String, Object> answers = mitigate();
		answers.keySet().removeIf((key) -> key.startsWith("action"));
		answers.put("treatment", "ACCEPT");
		return answers;
	}

	/** A valid EXEMPT with two options. */
	public static Map<String, Object> exempt(String endsOn) {
		Map<String, Object> answers = accept();
		answers.put("treatment", "EXEMPT");
		answers.put("deviatesFrom", "Every appliance is patched within a month.");
		answers.put("compensatingControls", "The appliance is watched day and night.");
		answers.put("endsOn", endsOn);
		return answers;
	}

	public static Map<String, Object> assured() {
		return answers("outcome", "ASSURED", "opinion", "The decision rests on tested facts.", "informed", true,
				"defensible", true);
	}

	/** Answers from keys and values in turn; changeable, so that a test can spoil one. */
	public static Map<String, Object> answers(Object... keysAndValues) {
		Map<String, Object> answers = new HashMap<>();
		for (int index = 0; index < keysAndValues.length; index += 2) {
			answers.put((String) keysAndValues[index], keysAndValues[index + 1]);
		}
		return answers;
	}

}
