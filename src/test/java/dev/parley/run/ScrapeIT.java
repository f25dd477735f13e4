package dev.parley.run;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A running Parley as the containers around it see it, with the files that are shipped
 * for them. What is not installed is left out; {@code .ci/run} installs it.
 */
class ScrapeIT {

	private static final Path SHIPPED = Path.of("docker/prometheus");

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final ObjectMapper JSON = new ObjectMapper();

	@TempDir
	static Path folder;

	static ParleyProcess parley;

	@BeforeAll
	static void start() throws Exception {
		parley = ParleyProcess.demo(folder.resolve("data"), Path.of("").toAbsolutePath()).ready();
		String risk = """
				{"variables": {"title": {"value": "VPN"}, "scenario": {"value": "Entry"}, "category": {"value": "DATA"},
				"benefit": {"value": "Work"}}}""";
		assertThat(parley
			.call("requester", "parley", "POST", "/engine-rest/process-definition/key/RiskDecision/submit-form", risk)
			.statusCode()).isEqualTo(200);
	}

	@AfterAll
	static void stop() throws Exception {
		parley.close();
	}

	@Test
	void isAliveForTheHealthCheckOfTheImage() throws Exception {
		assumeTrue(isInstalled("bash"), "bash is not installed");

		assertThat(exitCode("bash", "docker/healthcheck", String.valueOf(parley.port()))).isZero();
		assertThat(exitCode("bash", "docker/healthcheck", String.valueOf(freePort()))).isNotZero();
	}

	@Test
	void namesItsMetricsAsPrometheusAsksFor() throws Exception {
		assumeTrue(isInstalled("promtool"), "promtool is not installed");
		Path metrics = folder.resolve("metrics.txt");
		Files.writeString(metrics,
				scrape().lines()
					.filter((line) -> line.contains("parley_"))
					.collect(Collectors.joining("\n", "", "\n")));

		Process promtool = new ProcessBuilder("promtool", "check", "metrics").redirectInput(metrics.toFile())
			.redirectErrorStream(true)
			.start();

		assertThat(new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
		assertThat(promtool.waitFor()).isZero();
	}

	@Test
	void isScrapedWithTheShippedConfigurationForTheShippedDashboard() throws Exception {
		assumeTrue(isInstalled("prometheus"), "prometheus is not installed");
		int port = freePort();
		Process prometheus = new ProcessBuilder("prometheus", "--config.file=" + configuration(),
				"--storage.tsdb.path=" + folder.resolve("series"), "--web.listen-address=127.0.0.1:" + port,
				"--log.level=warn")
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("prometheus.log").toFile())
			.start();
		try {
			await().atMost(PATIENCE)
				.ignoreExceptions()
				.untilAsserted(() -> assertThat(value(port, "parley_cases_raised_total")).isEqualTo(casesRaised())
					.isNotEqualTo("0"));
			assertThat(value(port, "up{job=\"parley\"}")).isEqualTo("1");
			for (String expression : expressions()) {
				await().atMost(PATIENCE)
					.ignoreExceptions()
					.untilAsserted(() -> assertThat(query(port, expression)).as(expression).isNotEmpty());
			}
			assertThat(get(port, "/api/v1/rules").findValuesAsText("health")).isNotEmpty().doesNotContain("err");
		}
		finally {
			prometheus.destroy();
			prometheus.waitFor();
		}
	}

	/** The shipped configuration, led to this Parley and made to hurry. */
	private static Path configuration() throws Exception {
		Path copy = folder.resolve("prometheus");
		FileSystemUtils.copyRecursively(SHIPPED, copy);
		Path password = Files.writeString(folder.resolve("password"), "parley");
		Path file = copy.resolve("prometheus.yml");
		String text = Files.readString(file);
		assertThat(text).contains("parley:8080", "/run/parley/metrics-password", "30s");
		return Files.writeString(file,
				text.replace("parley:8080", "localhost:" + parley.port())
					.replace("/run/parley/metrics-password", password.toString())
					.replace("30s", "1s"));
	}

	/** What the dashboard asks for, whether the answer is zero or not. */
	private static List<String> expressions() throws IOException {
		List<String> expressions = JSON.readTree(Path.of("docker/grafana/dashboards/parley.json").toFile())
			.findValuesAsText("expr");
		assertThat(expressions).hasSizeGreaterThan(10);
		return expressions.stream()
			.map((expression) -> expression.replace("$__range", "5m").replace(" > 0", ""))
			.toList();
	}

	private static String value(int port, String expression) throws Exception {
		return query(port, expression).path(0).path("value").path(1).asText();
	}

	private static JsonNode query(int port, String expression) throws Exception {
		return get(port, "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8)).path("data")
			.path("result");
	}

	private static JsonNode get(int port, String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
		return JSON.readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
	}

	private static String casesRaised() throws Exception {
		return JSON.readTree(parley.call("auditor", "parley", "GET", "/api/v1/measures", "").body())
			.path("casesRaised")
			.asText();
	}

	private static String scrape() throws Exception {
		return parley.call("prometheus", "parley", "GET", "/actuator/prometheus", "").body();
	}

	private static boolean isInstalled(String program) {
		return Stream.of(System.getenv("PATH").split(":"))
			.anyMatch((path) -> Files.isExecutable(Path.of(path, program)));
	}

	private static int exitCode(String... command) throws Exception {
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(folder.resolve("output.txt").toFile())
			.start()
			.waitFor();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
