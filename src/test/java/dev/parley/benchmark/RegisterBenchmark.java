package dev.parley.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.parley.Caller;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.register.MaterialChanges;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the pages of the register take, what Parley looks for again and again, and the
 * rating by changed rules: at a thousand risks and at a hundred thousand, one after the
 * other in the same run. It prints what it finds, and judges no time:
 * {@code mvn test -Dexcluded.tests=own-engine -Dtest=RegisterBenchmark}.
 */
@ParleyTest
@Tag("benchmark")
@ExtendWith(OutputCaptureExtension.class)
class RegisterBenchmark {

	private static final int FEW = 1_000;

	private static final int MANY = 100_000;

	private static final int TRIES = 9;

	private static final Path MODELS = Path.of("target", "models-of-the-benchmark");

	private static final Map<String, String> PAGES = pages();

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Flyway flyway;

	@Autowired
	MaterialChanges changes;

	@Autowired
	ScheduledAnnotationBeanPostProcessor schedules;

	@Autowired
	@Qualifier("modelDeployer")
	SmartInitializingSingleton deployer;

	@DynamicPropertySource
	static void ownModels(DynamicPropertyRegistry registry) throws IOException {
		FileSystemUtils.deleteRecursively(MODELS);
		copyModels();
		registry.add("parley.models.location", () -> "file:./" + MODELS + "/");
	}

	private static void copyModels() throws IOException {
		FileSystemUtils.copyRecursively(Path.of("processes"), MODELS.resolve("processes"));
		FileSystemUtils.copyRecursively(Path.of("forms"), MODELS.resolve("forms"));
	}

	@Test
	void comparesFewRisksWithMany(CapturedOutput output) throws Exception {
		Map<String, Runnable> looks = looks();
		GeneratedRegister register = new GeneratedRegister(this.flyway, this.stage);
		Map<String, Double> few = measure(register, looks, 1, FEW);
		Map<String, Double> many = measure(register, looks, FEW + 1, MANY);

		System.out.printf(Locale.ROOT, "%n%-60s %9s %9s %7s%n", "milliseconds", FEW, MANY, "ratio");
		few.forEach((what, time) -> System.out.printf(Locale.ROOT, "%-60s %9.1f %9.1f %7.1f%n", what, time,
				many.get(what), many.get(what) / time));
		assertThat(many).hasSameSizeAs(few);
		assertThat(output).as("what fails may be quick").doesNotContain(" ERROR ");
	}

	/**
	 * What Parley looks for on a schedule, which from now on runs only when it is timed.
	 */
	private Map<String, Runnable> looks() {
		Map<String, Runnable> looks = new LinkedHashMap<>();
		for (ScheduledTask task : this.schedules.getScheduledTasks()) {
			task.cancel();
			String name = task.getTask().toString().replaceFirst("\\$\\$Lambda.*", "");
			if (name.startsWith("dev.parley.")) {
				looks.put("look: " + name.substring("dev.parley.".length()), task.getTask().getRunnable());
			}
		}
		return looks;
	}

	private Map<String, Double> measure(GeneratedRegister register, Map<String, Runnable> looks, int first, int last)
			throws Exception {
		register.add(first, last);
		Map<String, Double> times = new LinkedHashMap<>();
		times.put("changes noticed for the first time, once", once(this.changes::notice));
		register.settle();
		warmUp(looks);
		looks.forEach((name, look) -> times.put(name, median(look)));
		measurePages(times);
		measureRules(times, looks);
		return times;
	}

	/** What is done for the first time is slow at any size. */
	private void warmUp(Map<String, Runnable> looks) {
		looks.values().forEach(Runnable::run);
		measurePages(new LinkedHashMap<>());
	}

	private void measurePages(Map<String, Double> times) {
		for (String user : List.of("cio", "requester")) {
			Caller browser = Caller.browserOf(user, this.port);
			PAGES.forEach((name, path) -> times.put(user + ": " + name, median(() -> open(browser, path))));
		}
		Caller browser = Caller.browserOf("cio", this.port);
		times.put("cio: a risk", median(() -> open(browser, "/risks/R-2031-0503")));
		times.put("count of unacceptable risks",
				median(() -> this.jdbc.sql("select count(*) from unacceptable_risks(current_date)")
					.query(Long.class)
					.single()));
	}

	private static void open(Caller browser, String path) {
		assertThat(browser.get(path).isOk()).as(path).isTrue();
	}

	/** In the end the rules are again what they were. */
	private void measureRules(Map<String, Double> times, Map<String, Runnable> looks) throws IOException {
		times.put("start that finds no change, once", once(this.deployer::afterSingletonsInstantiated));
		change("RiskAppetite", "<description>", "<description>Anew. ");
		times.put("deployment that changes no rule, once", once(this.deployer::afterSingletonsInstantiated));
		change("RiskAppetite", "(?s)(Any_Tolerance\">\\s*<text>)3", "$12");
		times.put("deployment of another RiskAppetite, once", once(this.deployer::afterSingletonsInstantiated));
		times.put("all looks after it, once", once(() -> looks.values().forEach(Runnable::run)));
		change("RiskLevel", "(?s)(Impact5_Level\">\\s*<text>)\\d", "$15");
		times.put("deployment of another RiskLevel, once", once(this.deployer::afterSingletonsInstantiated));
		copyModels();
		this.deployer.afterSingletonsInstantiated();
	}

	private static void change(String table, String from, String to) throws IOException {
		Path file = MODELS.resolve("processes").resolve(table + ".dmn");
		String before = Files.readString(file);
		String after = before.replaceAll(from, to);
		assertThat(after).isNotEqualTo(before);
		Files.writeString(file, after);
	}

	private static double once(Runnable action) {
		long begin = System.nanoTime();
		action.run();
		return (System.nanoTime() - begin) / 1e6;
	}

	private static double median(Runnable action) {
		List<Double> times = new ArrayList<>();
		for (int attempt = 0; attempt < TRIES; attempt++) {
			times.add(once(action));
		}
		times.sort(null);
		return times.get(TRIES / 2);
	}

	private static Map<String, String> pages() {
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("first page", "/register");
		pages.put("deep page", "/register?after=R-2031-0500");
		pages.put("highest level first", "/register?sort=HIGHEST");
		pages.put("soonest last day first", "/register?sort=SOONEST");
		pages.put("by title", "/register?sort=TITLE");
		pages.put("search for a rare word", "/register?q=T777");
		pages.put("search for a common word", "/register?q=gateway");
		pages.put("cell of the heat map", "/register?likelihood=4&impact=4");
		pages.put("no decision", "/register?unacceptableState=NO_DECISION");
		pages.put("expiring", "/register?expiring=30");
		pages.put("outdated", "/register?outdated=true");
		pages.put("list of the API", "/api/v1/risks");
		return pages;
	}

}
