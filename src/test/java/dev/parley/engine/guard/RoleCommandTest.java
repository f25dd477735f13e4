package dev.parley.engine.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.Api;
import dev.parley.Apis;
import dev.parley.Apis.Outcome;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.TableDigests;
import dev.parley.engine.guard.OpenTasks.Target;
import dev.parley.engine.guard.RoleTable.Row;
import dev.parley.engine.task.Forms;
import dev.parley.identity.DemoUsers;
import dev.parley.identity.DemoUsers.DemoUser;
import dev.parley.identity.Office;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who can do what with an open task, beneath every API. The table
 * {@code role-commands.csv} says it, and each of its cells is tried.
 */
@ParleyTest
@TestInstance(Lifecycle.PER_CLASS)
class RoleCommandTest {

	private static final RoleTable TABLE = RoleTable.read();

	private static final Set<String> COMPLETING = Set.of("complete", "submit form", "complete without answers");

	private static final List<String> WORK = List.of("claim", "complete", "submit form");

	@Autowired
	Stage stage;

	@Autowired
	Apis apis;

	@Autowired
	TableDigests tables;

	@Autowired
	TaskService tasks;

	@Autowired
	ManagementService management;

	@Autowired
	HistoryService history;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Forms forms;

	@Autowired
	DemoUsers users;

	private OpenTasks openTasks;

	private TaskCommands commands;

	/** The tasks at which nothing is to change. */
	private final Map<String, Target> standing = new HashMap<>();

	@BeforeAll
	void openATaskOfEachKind() {
		this.openTasks = new OpenTasks(this.stage, this.tasks, this.management, this.history);
		this.commands = new TaskCommands(this.openTasks.done());
		this.standing.put(RoleTable.DONE_TASK, this.openTasks.done());
		TABLE.openTasks().forEach((kind) -> this.standing.put(kind, this.openTasks.open(kind)));
		TABLE.roles().stream().filter((role) -> !role.equals(Apis.NOBODY)).forEach(this.apis::browserOf);
	}

	static List<Row> rows() {
		return TABLE.rows();
	}

	static List<String> openTasks() {
		return TABLE.openTasks();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rows")
	void answersEachRoleAsTheTableSays(Row row) {
		List<String> faults = new ArrayList<>();
		row.cells()
			.forEach((role, cell) -> faults
				.addAll(cell.equals(RoleTable.DONE) ? faultsWhenDone(row, role) : faultsWhenRefused(row, role, cell)));

		assertThat(faults).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("openTasks")
	void letsCodeWithoutASignedInUserWorkOnNoTask(String task) {
		for (String command : WORK) {
			Map<String, String> before = this.tables.now();

			Outcome outcome = send(Api.JAVA, Apis.NOBODY, command, this.standing.get(task));

			assertThat(outcome.status()).as(command + ": " + outcome).isEqualTo(403);
			assertThat(this.tables.now()).as(command).isEqualTo(before);
		}
	}

	@Test
	void triesEveryKindOfTaskThatParleyKnows() {
		Set<String> tried = TABLE.openTasks().stream().map((kind) -> kind.replaceAll(" .*", "")).collect(toSet());

		assertThat(tried).isNotEmpty().isEqualTo(new TreeSet<>(this.forms.taskFormNames()));
		assertThat(TABLE.openTasks()).containsExactlyInAnyOrderElementsOf(this.openTasks.kinds());
	}

	@Test
	void triesEveryCommandAtEachOpenTaskOnce() {
		for (String kind : TABLE.openTasks()) {
			assertThat(TABLE.rows().stream().filter((row) -> row.task().equals(kind)).map(Row::command)).as(kind)
				.containsExactlyInAnyOrderElementsOf(this.commands.names());
		}
	}

	@Test
	void triesEveryOffice() {
		Set<Office> tried = this.users.all()
			.stream()
			.filter((user) -> TABLE.roles().contains(user.id()))
			.map(DemoUser::office)
			.collect(toSet());

		assertThat(tried).containsExactlyInAnyOrder(Office.values());
	}

	private List<String> faultsWhenRefused(Row row, String role, String cell) {
		List<String> faults = new ArrayList<>();
		Target target = this.standing.get(row.task());
		Map<String, String> before = this.tables.now();
		apisOf(role).forEach((api) -> {
			Outcome outcome = send(api, role, row.command(), target);
			String expected = RoleTable.expected(cell, api);
			if (!expected.equals(String.valueOf(outcome.status()))) {
				faults.add("%s through %s is not %s, but %s".formatted(role, api, expected, outcome));
			}
		});
		Map<String, String> after = this.tables.now();
		before.keySet()
			.stream()
			.filter((table) -> !before.get(table).equals(after.get(table)))
			.forEach((table) -> faults.add("%s is refused, yet %s has changed".formatted(role, table)));
		return faults;
	}

	private List<String> faultsWhenDone(Row row, String role) {
		return apisOf(role).flatMap((api) -> {
			boolean completes = COMPLETING.contains(row.command());
			Target target = completes ? this.openTasks.open(row.task()) : this.standing.get(row.task());
			Outcome outcome = send(api, role, row.command(), target);
			if (!outcome.isDone()) {
				return Stream.of("%s through %s is not done, but %s".formatted(role, api, outcome));
			}
			return completes ? unfinished(target, role) : notHeld(target, role);
		}).toList();
	}

	/** Java code that nobody is signed in for is Parley itself. */
	private static Stream<Api> apisOf(String role) {
		return Arrays.stream(Api.values()).filter((api) -> api != Api.JAVA || !role.equals(Apis.NOBODY));
	}

	private Outcome send(Api api, String user, String command, Target target) {
		return this.apis.send(api, user, this.commands.of(command, target, user));
	}

	private Stream<String> unfinished(Target target, String role) {
		String doer = this.jdbc.sql("select user_id from case_act where case_id = ? order by case_act_id desc limit 1")
			.param(target.caseId())
			.query(String.class)
			.single();
		return (!this.openTasks.isOpen(target) && doer.equals(role)) ? Stream.empty()
				: Stream.of("Done by %s, yet the task is open, or recorded as done by %s".formatted(role, doer));
	}

	/** Looks who holds the task, and leaves it with whoever held it first. */
	private Stream<String> notHeld(Target target, String role) {
		String holder = this.openTasks.holder(target);
		this.openTasks.putBack(target);
		return role.equals(holder) ? Stream.empty()
				: Stream.of("Done by %s, yet the task is held by %s".formatted(role, holder));
	}

	private static <T> Collector<T, ?, Set<T>> toSet() {
		return Collectors.toCollection(TreeSet::new);
	}

}
