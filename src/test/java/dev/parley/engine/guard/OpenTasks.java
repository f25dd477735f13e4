package dev.parley.engine.guard;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.parley.Stage;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Opens a case with a task of each kind in it, to be tried at. */
class OpenTasks {

	private final Stage stage;

	private final TaskService tasks;

	private final ManagementService management;

	private final HistoryService history;

	private final Map<String, Kind> kinds = new LinkedHashMap<>();

	private final Target done;

	OpenTasks(Stage stage, TaskService tasks, ManagementService management, HistoryService history) {
		this.stage = stage;
		this.tasks = tasks;
		this.management = management;
		this.history = history;
		addIntake();
		addChallenge();
		addDecision();
		addArbitration();
		addTreatment();
		addExemption();
		this.done = settled();
	}

	private void addIntake() {
		Map<String, Object> asset = Stage.answers("assetId", Stage.SHARED_ASSET);
		add("IdentifyAsset", this.stage::raise, asset);
		add("IdentifyAsset (overdue)", this::overdueIdentification, asset);
		add("StateItPosition", () -> this.stage.raiseOn(Stage.SHARED_ASSET), Stage.itPosition(3, 3));
		add("StateSecurityPosition", () -> this.stage.raiseOn(Stage.SHARED_ASSET), Stage.securityPosition(3, 3));
	}

	private void addChallenge() {
		add("RaiseChallenge", () -> this.stage.upToChallenge(3, 3), Stage.answers("questions", "Who patches?"));
		add("AnswerQuestion", () -> this.stage.upToAnswers(3, 3), Stage.answers("answer", "The operations team."));
		add("JudgeAnswers", this::answered, Stage.answers("outcome", "CONTESTED"));
	}

	private void addDecision() {
		add("DecideRisk", () -> this.stage.upToDecision(1, 1), Stage.mitigate());
		add("DecideRisk (business unit)", () -> this.stage.upToDecision(Stage.BUSINESS_UNIT_ASSET, 1, 1),
				Stage.mitigate());
		add("GiveAssurance", () -> this.stage.upToAssurance(1, 1), Stage.assured());
		add("SeekAgreement (owner's half)", this.stage::upToAgreement, Stage.answers("outcome", "STAND"));
		add("SeekAgreement (CISO's half)", this::ownerStands, Stage.answers("outcome", "DISAGREEMENT_CONFIRMED"));
	}

	private void addArbitration() {
		Map<String, Object> plea = Stage.answers("plea", "The measure is enough.");
		this.kinds.put("PleadCase (owner's half)", halfOf("cio", "PleadCase", this.stage::upToPleas, plea));
		this.kinds.put("PleadCase (CISO's half)", halfOf("ciso", "PleadCase", this.stage::upToPleas, plea));
		this.kinds.put("CastVote (one member's own)", new Kind(this.stage::upToVotes,
				(caseId) -> this.stage.ballotOf(caseId, "member1"), Stage.answers("vote", "UPHOLD_DECISION")));
		add("RuleOnReferral", this.stage::upToOfficersRuling,
				Stage.answers("ruling", "UPHOLD_DECISION", "reasons", "Both sides were heard."));
		this.kinds.put("AcknowledgeRuling (owner's half)",
				halfOf("cio", "AcknowledgeRuling", this::ruled, Stage.answers("remark", "Noted.")));
		this.kinds.put("AcknowledgeRuling (CISO's half)",
				halfOf("ciso", "AcknowledgeRuling", this::ruled, Stage.answers("remark", "Noted.")));
	}

	private void addTreatment() {
		add("CompleteAction", () -> this.stage.upToTreatment(1, 1), Stage.answers("done", true));
		add("CompleteAction (a person's own)", this::givenToAPerson, Stage.answers("done", true));
		add("VerifyTreatment", this::carriedOut,
				Stage.answers("outcome", "EFFECTIVE", "likelihood", 1, "impact", 1, "reasoning", "It is patched."));
	}

	private void addExemption() {
		add("AttestControls", () -> attestation("cio"), Stage.answers("inPlace", true));
		add("AttestControls (a person's own)", () -> attestation("cio-deputy"), Stage.answers("inPlace", true));
		add("VerifyAttestation", this::attested, Stage.answers("outcome", "CONFIRMED"));
		add("ReviewExemption (CISO's half)", this::reviewed, Stage.answers("advice", "Replace it."));
		add("ReviewExemption (owner's half)", this::advised, Stage.answers("outcome", "LET_EXPIRE"));
	}

	/** A kind of which a case has one task, or several alike. */
	private void add(String kind, Supplier<String> open, Map<String, Object> answers) {
		this.kinds.put(kind, new Kind(open, first(kind.replaceAll(" .*", "")), answers));
	}

	private Kind halfOf(String group, String form, Supplier<String> open, Map<String, Object> answers) {
		return new Kind(open, (caseId) -> this.stage.taskOf(group, caseId, form), answers);
	}

	private Function<String, Task> first(String form) {
		return (caseId) -> this.stage.tasksOf(caseId, form).get(0);
	}

	private String overdueIdentification() {
		String caseId = this.stage.raise();
		this.stage.letTimePass(caseId, "IdentifyAsset");
		ClockUtil.reset();
		return caseId;
	}

	private String answered() {
		String caseId = this.stage.upToAnswers(3, 3);
		this.stage.tasksOf(caseId, "AnswerQuestion")
			.forEach((task) -> this.stage.completeTask("cio", task.getId(),
					Stage.answers("answer", "The operations team.")));
		return caseId;
	}

	private String ownerStands() {
		String caseId = this.stage.upToAgreement();
		this.stage.complete("cio", caseId, "SeekAgreement", Stage.answers("outcome", "STAND"));
		return caseId;
	}

	private String givenToAPerson() {
		String caseId = this.stage.upToDecision(1, 1);
		Map<String, Object> decision = Stage.mitigate();
		decision.put("action1Owner", "cio-deputy");
		this.stage.complete("cio", caseId, "DecideRisk", decision);
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		return caseId;
	}

	private String carriedOut() {
		String caseId = this.stage.upToTreatment(1, 1);
		this.stage.complete("cio", caseId, "CompleteAction", Stage.answers("done", true));
		return caseId;
	}

	/** An exemption whose controls somebody is asked to attest. */
	private String attestation(String owner) {
		String caseId = this.stage.upToDecision(3, 3);
		Map<String, Object> decision = Stage.exempt(LocalDate.now().plusDays(300).toString());
		decision.put("controlsOwner", owner);
		this.stage.complete("cio", caseId, "DecideRisk", decision);
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		this.stage.fireTimer(caseId, "CatchEvent_AttestationDue");
		return caseId;
	}

	private String attested() {
		String caseId = attestation("cio");
		this.stage.complete("cio", caseId, "AttestControls", Stage.answers("inPlace", true));
		return caseId;
	}

	private String reviewed() {
		String caseId = this.stage.upToExemption(LocalDate.now().plusDays(300).toString());
		this.stage.fireTimer(caseId, "CatchEvent_ReviewDue");
		return caseId;
	}

	private String advised() {
		String caseId = reviewed();
		this.stage.complete("ciso", caseId, "ReviewExemption", Stage.answers("advice", "Replace it."));
		return caseId;
	}

	private String ruled() {
		String caseId = this.stage.upToVotes();
		this.stage.vote(caseId, "UPHOLD_DECISION", "UPHOLD_DECISION", "UPHOLD_DECISION", "UPHOLD_DECISION",
				"UPHOLD_DECISION", "UPHOLD_DECISION", "UPHOLD_DECISION");
		return caseId;
	}

	/** A case that is over, by its last task. */
	private Target settled() {
		String caseId = this.stage.upToAssurance(1, 1);
		Task task = this.stage.task(caseId, "GiveAssurance");
		Target target = target(caseId, task, Stage.assured());
		this.stage.completeTask("ciso", task.getId(), Stage.assured());
		return target;
	}

	Set<String> kinds() {
		return this.kinds.keySet();
	}

	/** A task of a new case. */
	Target open(String kind) {
		Kind opened = this.kinds.get(kind);
		String caseId = opened.open().get();
		return target(caseId, opened.task().apply(caseId), opened.answers());
	}

	/** A task that is done, of a case that is settled. */
	Target done() {
		return this.done;
	}

	private Target target(String caseId, Task task, Map<String, Object> answers) {
		HistoricProcessInstance root = this.history.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(caseId)
			.processDefinitionKey("RiskDecision")
			.singleResult();
		List<Job> deadlines = this.management.createJobQuery().processInstanceId(task.getProcessInstanceId()).list();
		return new Target(caseId, task.getId(), task.getTaskDefinitionKey(), task.getAssignee(), task.getExecutionId(),
				task.getProcessInstanceId(), root.getId(), root.getProcessDefinitionId(),
				deadlines.isEmpty() ? "none" : deadlines.get(0).getId(), answers);
	}

	boolean isOpen(Target target) {
		return this.tasks.createTaskQuery().taskId(target.task()).count() == 1;
	}

	/** Who holds the task. */
	@Nullable String holder(Target target) {
		return this.tasks.createTaskQuery().taskId(target.task()).singleResult().getAssignee();
	}

	/** Leaves the task with whoever held it first. */
	void putBack(Target target) {
		this.tasks.setAssignee(target.task(), target.holder());
	}

	/**
	 * A kind of task.
	 *
	 * @param open brings a case to it, and tells the case id
	 * @param task finds it in the case
	 * @param answers answers that complete it
	 */
	private record Kind(Supplier<String> open, Function<String, Task> task, Map<String, Object> answers) {
	}

	/**
	 * A task, and what a command may name of its case.
	 *
	 * @param caseId the case
	 * @param task id of the task
	 * @param activity id of the task in its model
	 * @param holder who held it first, or null
	 * @param execution its execution
	 * @param instance its process instance
	 * @param root process instance of the case
	 * @param definition definition of the case's process
	 * @param deadline id of its timer's job
	 * @param answers answers that complete it
	 */
	record Target(String caseId, String task, String activity, @Nullable String holder, String execution,
			String instance, String root, String definition, String deadline, Map<String, Object> answers) {
	}

}
