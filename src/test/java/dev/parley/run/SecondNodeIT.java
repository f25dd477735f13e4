package dev.parley.run;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.Caller;
import dev.parley.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two nodes on one database work on the same cases and share their deadlines. In every
 * other case nobody states the security position: its deadline passes, for whichever node
 * sees it first.
 */
class SecondNodeIT {

	private static final int CASES = 200;

	private static final int DECISIONS_BEFORE_THE_KILL = 60;

	private static final int WORKERS = 4;

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final ObjectMapper JSON = new ObjectMapper();

	static OutsidePostgres postgres;

	static Nodes nodes;

	static JdbcClient database;

	private final AtomicInteger decisions = new AtomicInteger();

	@BeforeAll
	static void startNodes() throws Exception {
		postgres = new OutsidePostgres().with("parley");
		Map<String, String> settings = postgres.settings("parley");
		settings.put("PARLEY_IDENTITY_PASSWORDITERATIONS", "10000");
		settings.put("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", "10000");
		settings.put("CAMUNDA_BPM_JOBEXECUTION_MAXWAIT", "1000");
		nodes = new Nodes(settings);
		database = postgres.as("postgres", "parley");
		database.sql("insert into asset (asset_id, name, asset_class) values ('A-1', 'Mail server', 'SHARED')")
			.update();
		for (String office : List.of("requester", "cio", "ciso")) {
			appoint("a-" + office, office);
		}
	}

	@AfterAll
	static void stopNodes() throws Exception {
		nodes.close();
		postgres.close();
	}

	@Test
	void loseAndDoubleNothingWhenOneIsKilled() throws Exception {
		inParallel(SecondNodeIT::raise);
		letSecurityDeadlinesPass();

		inParallel(this::play);

		assertThat(counts("select state || ' ' || raised_by, count(*) from risk_case group by 1"))
			.containsOnly(Map.entry("SETTLED a-requester", (long) CASES));
		assertThat(counts("select title, count(*) from risk_case group by 1")).hasSize(CASES).containsValue(1L);
		assertThat(counts("select state, count(*) from risk group by 1")).containsOnly(Map.entry("OPEN", (long) CASES));
		assertThat(counts("select side || ' ' || state, count(*) from position group by 1")).containsOnly(
				Map.entry("IT STATED", (long) CASES), Map.entry("SECURITY STATED", CASES / 2L),
				Map.entry("SECURITY MISSING", CASES / 2L));
		assertThat(counts("select state, count(*) from decision group by 1"))
			.containsOnly(Map.entry("IN_FORCE", (long) CASES));
		assertThat(counts("select outcome, count(*) from assurance group by 1"))
			.containsOnly(Map.entry("ASSURED", (long) CASES));
		assertThat(counts("select duty, count(*) from case_act group by 1")).containsEntry("RAISE", (long) CASES)
			.containsEntry("DECIDE", (long) CASES)
			.containsEntry("ASSURE", (long) CASES)
			.containsEntry("STATE_SECURITY", CASES / 2L);
		assertThat(counts("""
				select state_, count(*) from act_hi_procinst where proc_def_key_ = 'RiskDecision' group by 1"""))
			.containsOnly(Map.entry("COMPLETED", (long) CASES));
		assertThat(
				counts("""
						select 'job ' || d.act_id_, count(*) from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_ group by 1
						 union all select 'task ' || task_def_key_, count(*) from act_ru_task group by 1
						 union all select 'process ' || d.key_, count(*)
						             from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
						            where e.parent_id_ is null group by 1
						 union all select 'plans', count(*) from treatment_plan
						 union all select 'incidents', count(*) from act_ru_incident"""))
			.containsOnly(Map.entry("job BoundaryEvent_ActionPastGrace", (long) CASES),
					Map.entry("task UserTask_CompleteAction", (long) CASES),
					Map.entry("process TreatmentPlan", (long) CASES), Map.entry("plans", (long) CASES),
					Map.entry("incidents", 0L));
		assertThat(nodes.logs()).noneMatch((log) -> log.contains(" ERROR "));
	}

	private static void raise(int number) {
		String body = variables(Stage.answers("title", "Case " + number, "scenario", "Exploited.", "category", "DATA",
				"benefit", "Remote work"));
		assertThat(call("a-requester", "/process-definition/key/RiskDecision/submit-form", body)).isEqualTo(200);
		String caseId = caseOf(number);
		submit(caseId, "IdentifyAsset", "a-requester", Map.of("assetId", "A-1"));
	}

	/** Makes the deadline of every other security position due at once. */
	private static void letSecurityDeadlinesPass() {
		int due = database.sql("""
				update act_ru_job j set duedate_ = now() at time zone 'UTC' - interval '1 day'
				  from act_ru_jobdef d, act_ru_execution e, risk_case c
				 where d.id_ = j.job_def_id_ and d.act_id_ = 'BoundaryEvent_SecurityPositionOverdue'
				   and e.id_ = j.process_instance_id_ and c.case_id = e.business_key_
				   and substring(c.title from 6)::int % 2 = 1""").update();
		assertThat(due).isEqualTo(CASES / 2);
	}

	private void play(int number) {
		String caseId = caseOf(number);
		submit(caseId, "StateItPosition", "a-cio", Stage.itPosition(3, 3));
		if (number % 2 == 0) {
			submit(caseId, "StateSecurityPosition", "a-ciso", Stage.securityPosition(3, 3));
		}
		await().atMost(PATIENCE).until(() -> isOpen(caseId, "RaiseChallenge"));
		submit(caseId, "RaiseChallenge", "a-ciso", Stage.nothingToAsk());
		submit(caseId, "DecideRisk", "a-cio", Stage.mitigate());
		killOneInTheMiddle();
		submit(caseId, "GiveAssurance", "a-ciso", Stage.assured());
	}

	private void killOneInTheMiddle() {
		if (this.decisions.incrementAndGet() == DECISIONS_BEFORE_THE_KILL) {
			try {
				nodes.killFirst();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	/** Works on a task until it is done, whatever becomes of the node that is asked. */
	private static void submit(String caseId, String form, String user, Map<String, Object> answers) {
		await().atMost(PATIENCE).until(() -> {
			List<String> open = tasks(caseId, form);
			if (open.isEmpty()) {
				return true;
			}
			String task = "/task/" + open.get(0);
			call(user, task + "/claim", "{\"userId\": \"%s\"}".formatted(user));
			return call(user, task + "/submit-form", variables(answers)) == 204;
		});
	}

	private static boolean isOpen(String caseId, String form) {
		return !tasks(caseId, form).isEmpty();
	}

	private static List<String> tasks(String caseId, String form) {
		return database.sql("""
				select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
				 where e.business_key_ = ? and t.task_def_key_ = ?""")
			.params(caseId, "UserTask_" + form)
			.query(String.class)
			.list();
	}

	private static String caseOf(int number) {
		return database.sql("select case_id from risk_case where title = ?")
			.param("Case " + number)
			.query(String.class)
			.single();
	}

	/**
	 * The status of the answer, or 0 when there was none: nobody knows then what was
	 * done.
	 */
	private static int call(String user, String path, String body) {
		try {
			HttpResponse<String> answer = nodes.call(user, "POST", "/engine-rest" + path, body);
			assertThat(answer.statusCode()).as(path + " " + answer.body()).isIn(200, 204, 404);
			return answer.statusCode();
		}
		catch (IOException ex) {
			return 0;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void appoint(String user, String office) throws Exception {
		administer("POST", "/user/create", """
				{"profile": {"id": "%s", "firstName": "A", "lastName": "B"}, "credentials": {"password": "%s"}}"""
			.formatted(user, OutsidePostgres.PASSWORD));
		administer("PUT", "/group/%s/members/%s".formatted(office, user), "");
	}

	private static void administer(String method, String path, String body) throws Exception {
		assertThat(nodes.call(OutsidePostgres.ADMINISTRATOR, method, "/engine-rest" + path, body).statusCode())
			.isEqualTo(204);
	}

	private static Map<String, Long> counts(String sql) {
		return database.sql(sql)
			.query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static void inParallel(IntConsumer work) throws Exception {
		ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
		try {
			List<? extends Future<?>> running = IntStream.range(0, CASES)
				.mapToObj((number) -> workers.submit(() -> work.accept(number)))
				.toList();
			for (Future<?> one : running) {
				one.get();
			}
		}
		finally {
			workers.shutdownNow();
		}
	}

	private static String variables(Map<String, Object> answers) {
		try {
			return JSON.writeValueAsString(Caller.variables(answers));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
