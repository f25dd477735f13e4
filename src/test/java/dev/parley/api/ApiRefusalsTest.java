package dev.parley.api;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.TableDigests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Every refusal of the API is a problem that says what is wrong; none is our fault. */
@ParleyTest
class ApiRefusalsTest {

	private static final String RISKS = "/api/v1/risks";

	private static final String RISK = "{\"title\": \"a\", \"scenario\": \"b\", \"category\": \"DATA\", \"benefit\": \"c\"}";

	@LocalServerPort
	int port;

	@Autowired
	TableDigests tables;

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "no json; no readable JSON (line 1, column 1)", "[]; JSON object", "\"title\"; JSON object",
					"null; JSON object", "17; JSON object", "``; JSON object", "{\"title\":; no readable JSON",
					"{\"title\": \"a\", \"title\": \"b\"}; Duplicate field 'title'",
					"{\"title\": \"\\u0000\"}; control character", "{\"title\": \"\\ud800\"}; control character",
					"{\"category\": \"\\ud800\"}; must be one of DATA", "{\"\\u0000\": 1}; does not ask for",
					"{\"title\": 1e999999}; must be text", "{\"title\": {\"a\": [1]}}; must be text",
					"{\"\": 1}; does not ask for", "{} {}; missing" })
	void refusesABadBodyWithAReason(String body, String reason) {
		Map<String, String> before = this.tables.now();

		Answer answer = Caller.of("requester", this.port).send("POST", RISKS, body);

		assertProblem(answer, 400, reason);
		assertThat(answer.body()).doesNotContain("java", "Jackson", "StreamRead");
		assertThat(this.tables.now()).isEqualTo(before);
	}

	@Test
	void refusesABodyThatIsNestedTooDeeply() {
		String deep = "{\"title\": " + "[".repeat(5000) + "]".repeat(5000) + "}";

		assertProblem(Caller.of("requester", this.port).send("POST", RISKS, deep), 400, "nested too deeply");
	}

	@Test
	void refusesABodyThatIsTooLongWhetherOrNotItSaysSo() {
		String huge = "{\"title\": \"" + "x".repeat(300_000) + "\"}";

		assertProblem(Caller.of("requester", this.port).send("POST", RISKS, huge), 413, "262,144 bytes");

		assertProblem(Caller.of("requester", this.port).send("POST", "/%61pi/v1/risks", huge), 413, "262,144 bytes");

		byte[] bytes = huge.getBytes(StandardCharsets.UTF_8);
		assertProblem(post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)), "*/*"), 413,
				"262,144 bytes");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /api, 404, There is no GET /api.", "GET, /api/v1/nothing, 404, There is no GET /api/v1/nothing.",
			"POST, /api/v1/nothing, 404, There is no POST", "GET, /api/v2/risks, 404, There is no",
			"GET, /api/v1/risks/, 404, There is no", "DELETE, /api/v1/risks, 405, 'but GET, POST.'",
			"PUT, /api/v1/assets, 405, but GET.", "GET, /api/v1/risks/R-1/closure, 405, but POST.",
			"GET, /api/v1/risks;x=y, 400, not written as it should be",
			"GET, /api/v1/../v1/risks, 400, not written as it should be" })
	void answersForAddressesAndMethodsThatDoNotExist(String method, String path, int status, String detail) {
		Answer answer = Caller.of("cio", this.port).send(method, path, null);

		assertProblem(answer, status, detail);
		assertThat(answer.header("Allow").isEmpty()).isEqualTo(status != 405);
	}

	@Test
	void refusesABodyOfAnotherTypeAndAnAnswerOfAnotherTypeBeforeItDoesAnything() {
		Map<String, String> before = this.tables.now();
		Caller caller = Caller.of("requester", this.port);

		assertProblem(caller.form(RISKS, Map.of("title", "x")), 415, "must be application/json");
		assertThat(this.tables.now()).isEqualTo(before);
		assertProblem(post(BodyPublishers.ofString(RISK), "text/plain"), 406, "The answer is application/json");
		assertThat(this.tables.now()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api", "/api/v1/risks", "/%61pi/v1/risks", "/api/v1/nothing", "/api/v2" })
	void asksNobodyToSignIn(String path) {
		for (Caller caller : new Caller[] { Caller.nobody(this.port), Caller.of("nobody", "wrong", this.port) }) {
			Answer answer = caller.get(path);
			assertProblem(answer, 401, "Nobody is signed in");
			assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Parley\"");
		}
	}

	@Test
	void saysWhatAParameterMayBe() {
		Answer answer = Caller.of("ciso", this.port).post("/api/v1/imports/kev?dryRun=perhaps", Map.of());

		assertProblem(answer, 400, "dryRun=perhaps is neither true nor false.");
	}

	@Test
	void asksASessionForItsToken() {
		Caller browser = Caller.browserOf("requester", this.port);
		Map<String, String> before = this.tables.now();

		assertProblem(browser.post(RISKS, Stage.raised()), 403, "X-CSRF-TOKEN");
		assertProblem(browser.send("POST", RISKS, Stage.raised(), "X-CSRF-TOKEN", "wrong"), 403, "X-CSRF-TOKEN");
		assertThat(this.tables.now()).isEqualTo(before);
		assertThat(browser.send("POST", RISKS, Stage.raised(), "X-CSRF-TOKEN", browser.formToken("/")).status())
			.isEqualTo(201);
	}

	private Answer post(BodyPublisher body, String accepted) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + RISKS))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString("requester:parley".getBytes(StandardCharsets.UTF_8)))
			.header("Content-Type", "application/json")
			.header("Accept", accepted)
			.POST(body)
			.build();
		HttpResponse<String> answer = HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString()).join();
		return new Answer("POST " + RISKS, answer.statusCode(), answer.body(), answer.headers());
	}

	private static void assertProblem(Answer answer, int status, String detail) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).as(answer.toString()).isEqualTo("application/problem+json");
		assertThat(answer.json().path("status").asInt()).isEqualTo(status);
		assertThat(answer.json().path("detail").asText()).contains(detail);
	}

}
