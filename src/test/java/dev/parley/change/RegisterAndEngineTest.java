package dev.parley.change;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.parley.Caller;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.engine.guard.Refusal;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever people do, and whenever time runs out, register and engine agree on what goes
 * on. The lives are drawn by chance from a number, so that one that failed can be lived
 * again.
 */
@Tag("own-engine")
@ParleyTest
@TestPropertySource(properties = "test.database=of its own")
class RegisterAndEngineTest {

	private static final int LIVES = 15;

	private static final int STEPS = 30;

	/** Numbers that are next to each other would begin with the same draws. */
	private static final long SPREAD = 0x9E3779B97F4A7C15L;

	/** A Monday morning at which each life begins. */
	private static final Date BIRTH = Date.from(Instant.parse("2029-01-08T09:00:00Z"));

	private static final Map<String, String> PEOPLE = Map.of("committee-chair", "chair", "camunda-admin", "admin");

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	ChangeSchedule schedule;

	@Autowired
	TaskService tasks;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService management;

	@Autowired
	JdbcClient jdbc;

	private Random random = new Random(0);

	private final List<String> history = new ArrayList<>();

	private final Map<String, Integer> seen = new TreeMap<>();

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void agreeOnWhatGoesOn() {
		for (int life = 0; life < LIVES; life++) {
			this.random = new Random(life * SPREAD);
			this.history.clear();
			ClockUtil.setCurrentTime(BIRTH);
			live(life);
		}
		assertThat(this.seen).containsKeys("EXEMPTION_IN_FORCE", "EXEMPTION_EXPIRED", "ACCEPTED_ABOVE_TOLERANCE",
				"IN_TREATMENT", "NO_DECISION");
		assertThat(this.management.createJobQuery().noRetriesLeft().count()).isZero();
		checkFigures();
	}

	private void live(int life) {
		String first = this.stage.raise();
		this.history.add("life " + life + " of " + first);
		for (int step = 0; step < STEPS; step++) {
			List<String> cases = casesOf(first);
			step(cases);
			settle(casesOf(first));
			check(casesOf(first));
		}
		checkApi(first);
	}

	/**
	 * Someone answers a task, or the time of something is over, or Parley looks about.
	 */
	private void step(List<String> cases) {
		List<Task> open = cases.stream().flatMap((caseId) -> tasksOf(caseId).stream()).toList();
		List<Job> timers = timersOf(cases);
		int chance = this.random.nextInt(20);
		if (chance == 0) {
			this.history.add("look");
			this.schedule.look();
		}
		else if (chance == 1) {
			restate(cases.get(0));
		}
		else if (!timers.isEmpty() && (open.isEmpty() || chance < 6)) {
			timeIsOver(timers);
		}
		else if (!open.isEmpty()) {
			answer(open.get(this.random.nextInt(open.size())));
		}
	}

	private void timeIsOver(List<Job> timers) {
		Job timer = timers.get(this.random.nextInt(Math.min(3, timers.size())));
		Date due = Objects.requireNonNull(timer.getDuedate());
		if (due.after(ClockUtil.getCurrentTime())) {
			ClockUtil.setCurrentTime(new Date(due.getTime() + 1000));
		}
		List<Job> over = timers.stream().filter((job) -> !job.getDuedate().after(ClockUtil.getCurrentTime())).toList();
		this.history.add("time is over for " + over.size());
		over.forEach(this::fire);
	}

	/** What one timer did may have taken another one away. */
	private void fire(Job job) {
		if (this.management.createJobQuery().jobId(job.getId()).count() > 0) {
			this.management.executeJob(job.getId());
		}
	}

	private void answer(Task task) {
		String form = task.getTaskDefinitionKey().substring("UserTask_".length());
		String user = personFor(task);
		this.history.add(form + " by " + user);
		try {
			this.stage.completeTask(user, task.getId(), answers(form, task, user));
		}
		catch (Refusal ex) {
			this.history.add("refused: " + ex.getMessage());
		}
	}

	private String personFor(Task task) {
		if (task.getAssignee() != null) {
			return task.getAssignee();
		}
		IdentityLink link = this.tasks.getIdentityLinksForTask(task.getId()).get(0);
		return (link.getUserId() != null) ? link.getUserId()
				: PEOPLE.getOrDefault(link.getGroupId(), link.getGroupId());
	}

	private Map<String, Object> answers(String form, Task task, String user) {
		return switch (form) {
			case "IdentifyAsset" -> Stage.answers("assetId", Stage.SHARED_ASSET);
			case "StateItPosition" -> Stage.itPosition(score(), score());
			case "StateSecurityPosition" -> Stage.securityPosition(score(), score());
			case "RaiseChallenge" -> Stage.nothingToAsk();
			case "DecideRisk" -> decision();
			case "GiveAssurance" -> (this.random.nextInt(4) == 0) ? Stage.objected() : Stage.assured();
			case "SeekAgreement" ->
				Stage.answers("outcome", user.equals("ciso") ? any("AGREED", "DISAGREEMENT_CONFIRMED") : "STAND");
			case "PleadCase" -> Stage.answers("plea", "So we see it.");
			case "CastVote" -> Stage.answers("vote", any("UPHOLD_DECISION", "UPHOLD_DECISION", "UPHOLD_OBJECTION"));
			case "RuleOnReferral" ->
				Stage.answers("ruling", any("UPHOLD_DECISION", "UPHOLD_OBJECTION"), "reasons", "So be it.");
			case "AcknowledgeRuling" -> Stage.answers();
			case "CompleteAction" -> Stage.answers("done", true);
			case "VerifyTreatment" -> Stage.answers("outcome", any("EFFECTIVE", "NOT_EFFECTIVE"), "likelihood", score(),
					"impact", score(), "reasoning", "Tested.");
			case "AttestControls" -> Stage.answers("inPlace", this.random.nextInt(3) > 0);
			case "VerifyAttestation" -> Stage.answers("outcome", any("CONFIRMED", "FAILED"), "reasoning", "Looked.");
			case "ReviewExemption" -> user.equals("ciso") ? Stage.answers("advice", "Do so.") : reviewed();
			default -> throw new IllegalStateException(form + " of " + task.getId());
		};
	}

	private Map<String, Object> reviewed() {
		String outcome = any("RENEW", "CLOSE", "LET_EXPIRE");
		Map<String, Object> answers = Stage.answers("outcome", outcome, "rationale", "So it is.");
		if (outcome.equals("RENEW")) {
			answers.put("endsOn", inDays(20));
		}
		return answers;
	}

	private Map<String, Object> decision() {
		Map<String, Object> answers = switch (any("MITIGATE", "ACCEPT", "EXEMPT")) {
			case "MITIGATE" -> Stage.mitigate();
			case "ACCEPT" -> Stage.accept();
			default -> Stage.exempt(inDays(60));
		};
		answers.put("reviewOn", inDays(50));
		answers.computeIfPresent("action1Due", (key, due) -> inDays(30));
		return answers;
	}

	private void restate(String caseId) {
		String riskId = riskOf(caseId);
		this.history.add("restate " + riskId);
		if (riskId != null) {
			Caller.of("ciso", this.port)
				.post("/api/v1/risks/%s/positions".formatted(riskId), Stage.securityPosition(score(), 5));
		}
	}

	/** What was left to be done later is done. */
	private void settle(List<String> cases) {
		cases.forEach(this.stage::goOn);
	}

	private void check(List<String> cases) {
		String said = String.join("; ", this.history);
		assertThat(this.runtime.createIncidentQuery().count()).as(said).isZero();
		for (String caseId : cases) {
			assertThat(runs(caseId, "RiskDecision")).as("%s: case %s is open", said, caseId)
				.isEqualTo(count("select count(*) from risk_case where case_id = ? and settled_at is null", caseId));
			assertThat(runs(caseId, "Exemption")).as("%s: the exemption of %s lives", said, caseId)
				.isEqualTo(count("""
						select count(*) from exemption where case_id = ? and state in ('IN_FORCE', 'SUSPENDED')""",
						caseId));
			assertThat((long) this.stage.tasksOf(caseId, "CompleteAction").size()).as("%s: actions of %s", said, caseId)
				.isEqualTo(
						count("""
								select count(*)
								  from treatment_plan p
								  join decision d on d.case_id = p.case_id and d.number = p.decision and d.state = 'IN_FORCE'
								  join decision_action a on a.case_id = p.case_id and a.decision = p.decision
								 where p.case_id = ?
								   and not exists (select 1 from action_result r
								                    where r.case_id = a.case_id and r.decision = a.decision and r.number = a.number)
								   and not exists (select 1 from action_result r
								                    where r.case_id = a.case_id and r.decision = a.decision and r.state = 'OVERDUE')""",
								caseId));
		}
		checkState(cases.get(0), said);
	}

	private void checkState(String caseId, String said) {
		String riskId = riskOf(caseId);
		if (riskId == null) {
			return;
		}
		LocalDate today = today();
		List<String> states = this.jdbc.sql("select state from unacceptable_risks(?) where risk_id = ?")
			.params(today, riskId)
			.query(String.class)
			.list();
		assertThat(states).as(said).hasSize((int) count("""
				select count(*) from risk where risk_id = ? and state = 'OPEN'
				   and band in ('ABOVE_TOLERANCE', 'ABOVE_CAPACITY')""", riskId));
		states.forEach((state) -> this.seen.merge(state, 1, Integer::sum));
	}

	private void checkApi(String caseId) {
		String riskId = riskOf(caseId);
		if (riskId == null) {
			return;
		}
		String counted = this.jdbc.sql("select max(state) from unacceptable_risks(?) where risk_id = ?")
			.params(today(), riskId)
			.query((row, number) -> String.valueOf(row.getString(1)))
			.single();
		String told = Caller.of("ciso", this.port)
			.get("/api/v1/risks/" + riskId)
			.json()
			.path("unacceptableState")
			.asText();
		assertThat(told).as("%s", this.history).isEqualTo(counted);
	}

	private void checkFigures() {
		var told = Caller.of("ciso", this.port).get("/api/v1/measures").json().path("unacceptableRisks");
		Map<String, Long> counted = this.jdbc.sql("select state from unacceptable_risks(?)")
			.param(today())
			.query(String.class)
			.list()
			.stream()
			.collect(Collectors.groupingBy((state) -> state, Collectors.counting()));
		told.properties()
			.forEach((state) -> assertThat(state.getValue().asLong()).as(state.getKey())
				.isEqualTo(counted.getOrDefault(state.getKey(), 0L)));
	}

	private long runs(String caseId, String model) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId)
			.processDefinitionKey(model)
			.count();
	}

	/** In an order that is the same in each run, which that of their ids is not. */
	private List<Task> tasksOf(String caseId) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(caseId)
			.list()
			.stream()
			.sorted(Comparator.comparing(Task::getTaskDefinitionKey).thenComparing(this::personFor))
			.toList();
	}

	private List<Job> timersOf(List<String> cases) {
		Set<String> instances = cases.stream()
			.flatMap((caseId) -> this.runtime.createProcessInstanceQuery()
				.processInstanceBusinessKey(caseId)
				.list()
				.stream())
			.map(ProcessInstance::getId)
			.collect(Collectors.toSet());
		return this.management.createJobQuery()
			.timers()
			.list()
			.stream()
			.filter((job) -> instances.contains(job.getProcessInstanceId()))
			.sorted(Comparator.comparing(Job::getDuedate).thenComparing(this::timerOf))
			.toList();
	}

	private String timerOf(Job job) {
		return this.management.createJobDefinitionQuery()
			.jobDefinitionId(job.getJobDefinitionId())
			.singleResult()
			.getActivityId();
	}

	/** The cases of the risk of a case, the newest first. */
	private List<String> casesOf(String caseId) {
		return this.jdbc.sql("""
				select c.case_id from risk_case c
				 where c.case_id = :first
				    or c.risk_id = (select f.risk_id from risk_case f where f.case_id = :first)
				 order by length(c.case_id) desc, c.case_id desc""").param("first", caseId).query(String.class).list();
	}

	private @Nullable String riskOf(String caseId) {
		return this.jdbc.sql("select risk_id from risk_case where case_id = ?")
			.param(caseId)
			.query((row, number) -> Objects.requireNonNullElse(row.getString("risk_id"), ""))
			.optional()
			.filter((riskId) -> !riskId.isEmpty())
			.orElse(null);
	}

	private long count(String sql, String id) {
		return this.jdbc.sql(sql).param(id).query(Long.class).single();
	}

	private static LocalDate today() {
		return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC);
	}

	private String inDays(int days) {
		return today().plusDays(days).toString();
	}

	private int score() {
		return 2 + this.random.nextInt(4);
	}

	private String any(String... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

}
