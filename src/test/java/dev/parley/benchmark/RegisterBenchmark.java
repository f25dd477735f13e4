package dev.parley.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

import dev.parley.Caller;
import dev.parley.ParleyTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the pages of the register take at a thousand risks and at a hundred thousand,
 * one after the other in the same run. It prints what it finds, and judges no time:
 * {@code mvn test -Dexcluded.tests=own-engine -Dtest=RegisterBenchmark}.
 */
@ParleyTest
@Tag("benchmark")
class RegisterBenchmark {

	private static final int FEW = 1_000;

	private static final int MANY = 100_000;

	private static final int TRIES = 9;

	private static final Map<String, String> PAGES = pages();

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Flyway flyway;

	@Test
	void comparesFewRisksWithMany() throws IOException {
		fill(1, FEW);
		Map<String, Double> few = measure();
		fill(FEW + 1, MANY);
		Map<String, Double> many = measure();

		System.out.printf(Locale.ROOT, "%n%-44s %9s %9s %7s%n", "milliseconds, median of " + TRIES, FEW, MANY, "ratio");
		few.forEach((page, time) -> System.out.printf(Locale.ROOT, "%-44s %9.1f %9.1f %7.1f%n", page, time,
				many.get(page), many.get(page) / time));
		assertThat(many).hasSameSizeAs(few);
	}

	private void fill(int first, int last) throws IOException {
		String script = new ClassPathResource("benchmark/risks.sql").getContentAsString(StandardCharsets.UTF_8);
		for (String statement : script.split(";\\R")) {
			this.jdbc.sql(statement).param("first", first).param("last", last).update();
		}
		JdbcClient.create(this.flyway.getConfiguration().getDataSource()).sql("vacuum analyze").update();
	}

	private Map<String, Double> measure() {
		Map<String, Double> times = new LinkedHashMap<>();
		for (String user : List.of("cio", "requester")) {
			Caller browser = Caller.browserOf(user, this.port);
			PAGES.forEach((name, path) -> times.put(user + ": " + name, median(() -> browser.get(path).isOk())));
		}
		Caller browser = Caller.browserOf("cio", this.port);
		times.put("cio: a risk", median(() -> browser.get("/risks/R-2031-0500").isOk()));
		times.put("count of unacceptable risks",
				median(() -> this.jdbc.sql("select count(*) from unacceptable_risks(current_date)")
					.query(Long.class)
					.single() > 0));
		return times;
	}

	private static double median(BooleanSupplier action) {
		List<Long> times = new ArrayList<>();
		for (int attempt = 0; attempt < TRIES; attempt++) {
			long begin = System.nanoTime();
			assertThat(action.getAsBoolean()).isTrue();
			times.add(System.nanoTime() - begin);
		}
		times.sort(null);
		return times.get(TRIES / 2) / 1e6;
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
		pages.put("list of the API", "/api/v1/risks");
		return pages;
	}

}
