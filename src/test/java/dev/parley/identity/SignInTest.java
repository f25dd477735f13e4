package dev.parley.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@ParleyTest
class SignInTest {

	private static final String TASK_COUNT = "/camunda/api/engine/engine/default/task/count";

	private static final String WEBAPP_LOG_OUT = "/camunda/api/admin/auth/user/default/logout";

	/** A user whom no other test needs, for wrong passwords. */
	private static final String FORGETFUL = "member7";

	private static final Set<String> OPEN_PAGES = Set.of("/sign-in", "/error");

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	IdentityService identities;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping pages;

	@AfterEach
	void unlock() {
		this.identities.unlockUser(FORGETFUL);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/sign-in",
			"/parley/parley.css", "/lib/htmx/htmx.min.js" })
	void opensHealthAndTheSignInPageToEverybody(String path) {
		assertThat(Caller.nobody(this.port).get(path).status()).isEqualTo(200);
	}

	@Test
	void refusesEveryMappedPageWithoutSignIn() {
		List<RequestMappingInfo> mappings = List.copyOf(this.pages.getHandlerMethods().keySet());
		List<String> paths = mappings.stream()
			.flatMap((mapping) -> mapping.getPatternValues().stream())
			.filter((path) -> !OPEN_PAGES.contains(path))
			.map((path) -> path.replaceAll("\\{[^}]*}", "x").replace("**", "x"))
			.distinct()
			.toList();

		assertThat(paths).contains("/", "/raise", "/tasks/x");
		assertThat(paths).allSatisfy((path) -> assertRefused(Caller.nobody(this.port).get(path)));
		assertThat(paths).allSatisfy((path) -> assertRefused(Caller.nobody(this.port).post(path, Map.of())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/nothing-there", "/error/x", "/api/v1/risks", "/api/v1/measures", "/api/v2/x",
			"/api", "/engine-rest", "/engine-rest/", "/engine-rest/engine", "/engine-rest/version", "/engine-rest/task",
			"/engine-rest/task/", "/engine-rest/engine/default/task", "/engine-rest/process-definition",
			"/engine-rest/history/process-instance", "/engine-rest/telemetry/configuration", "/engine-rest/schema/log",
			"/engine-rest/identity/password-policy", "/engine-rest/user", "/engine-rest/../engine-rest/task",
			"/sign-in/../engine-rest/task", "/parley/../engine-rest/task", "/parley/..;/engine-rest/task",
			"/parley/%2e%2e/engine-rest/task", "/lib/%2e%2e/engine-rest/task", "//engine-rest/task",
			"/engine-rest//task", "/engine-rest;x=y/task", "/engine-rest/task;x=y", "/engine-rest/%74ask",
			"/%65ngine-rest/task", "/ENGINE-REST/task", "/engine-rest/task%2f", "/engine-rest/task%00",
			"/actuator/health/../env", "/actuator", "/actuator/env", "/actuator/metrics", "/actuator/heapdump",
			"/camunda", "/camunda/", "/camunda/app/", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/",
			"/camunda/app/admin/default/", "/camunda/app/admin/default/setup/", "/camunda/app/welcome/default/",
			"/camunda/app/tasklist/scripts/config.js", "/camunda/lib/deps.js", TASK_COUNT,
			"/camunda/api/engine/engine/default/task", "/camunda//api/engine/engine/default/task",
			"/camunda/api/engine/engine/", "/camunda/api/admin/auth/user/default",
			"/camunda/api/admin/plugin/adminPlugins/static/app/plugin.js",
			"/camunda/api/cockpit/plugin/base/default/process-definition", "/webjars/camunda/app/tasklist/index.html",
			"/forms/DecideRisk.form", "/models/forms/DecideRisk.form", "/application.yaml" })
	void refusesEverythingElseWithoutSignIn(String path) {
		assertRefused(Caller.nobody(this.port).get(path));
		assertRefused(Caller.nobody(this.port).send("HEAD", path, null));
		assertRefused(Caller.nobody(this.port).post(path, Map.of()));
		assertRefused(Caller.nobody(this.port).send("OPTIONS", path, null));
	}

	@Test
	void hasAPageReloadedWhosePartIsAskedForWithoutSignIn() {
		Answer answer = Caller.nobody(this.port).send("GET", "/register?q=a", null, "HX-Request", "true");

		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.header("HX-Refresh")).isEqualTo("true");
	}

	@Test
	void refusesTheWebappsOwnLogInToThoseWhoHaveNotSignedIn() {
		Answer answer = Caller.browser(this.port)
			.form("/camunda/api/admin/auth/user/default/login/tasklist",
					Map.of("username", "admin", "password", Caller.PASSWORD));

		assertThat(answer.status()).isIn(401, 403);
	}

	@Test
	void doesNotLetTheWebappsOwnLogInTurnASessionIntoAnotherUsers() {
		Caller browser = Caller.browserOf("requester", this.port);
		browser.get("/camunda/app/tasklist/default/");
		browser.form("/camunda/api/admin/auth/user/default/login/tasklist",
				Map.of("username", "admin", "password", Caller.PASSWORD), "X-XSRF-TOKEN", xsrf(browser));

		for (String path : List.of("/", "/camunda/api/admin/auth/user/default",
				"/camunda/api/engine/engine/default/user/admin/profile", "/camunda/app/admin/default/")) {
			Answer answer = browser.get(path);
			assertThat(answer.body()).as(answer.toString())
				.doesNotContain("\"userId\":\"admin\"", "(admin)", "Administrator\"");
			assertThat(answer.status()).as(answer.toString()).isLessThan(500);
		}
		assertThat(browser.get("/camunda/app/admin/default/").isOk()).isFalse();
	}

	@Test
	void servesPagesAndWebappsWithOneSignIn() {
		Caller browser = Caller.browser(this.port);

		Answer signIn = browser.signIn("cio", Caller.PASSWORD);

		assertThat(signIn.status()).isEqualTo(302);
		assertThat(signIn.header("Location")).endsWith("/").doesNotContain("sign-in");
		assertThat(browser.get("/").status()).isEqualTo(200);
		assertThat(browser.get("/camunda/app/tasklist/default/").body()).contains("<html");
		assertThat(browser.get(TASK_COUNT).json().path("count").isNumber()).isTrue();
		assertThat(browser.get("/engine-rest/task/count").json().path("count").isNumber()).isTrue();
	}

	@Test
	void refusesTheFormWithoutItsToken() {
		Caller browser = Caller.browser(this.port);
		browser.get("/sign-in");

		Answer answer = browser.form("/sign-in", Map.of("username", "cio", "password", Caller.PASSWORD));

		assertThat(answer.status()).isEqualTo(403);
		assertRefused(browser.get("/"));
	}

	@Test
	void changesTheSessionAtSignIn() {
		Caller browser = Caller.browser(this.port);
		browser.get("/sign-in");
		String before = browser.cookie("JSESSIONID").orElse("none");

		browser.signIn("cio", Caller.PASSWORD);

		assertThat(browser.cookie("JSESSIONID")).isPresent()
			.hasValueSatisfying((id) -> assertThat(id).isNotEqualTo(before));
	}

	@Test
	void signsOutOfEverythingWhenAWebappSignsOut() {
		Caller browser = Caller.browserOf("cio", this.port);
		browser.get("/camunda/app/tasklist/default/");
		assertThat(browser.get(TASK_COUNT).status()).isEqualTo(200);

		Answer answer = browser.send("POST", WEBAPP_LOG_OUT, Map.of(), "X-XSRF-TOKEN", xsrf(browser));

		assertThat(answer.status()).isEqualTo(204);
		assertSignedOut(browser);
	}

	@Test
	void signsOutOfEverythingWhenAPageSignsOut() {
		Caller browser = Caller.browserOf("cio", this.port);
		assertThat(browser.get(TASK_COUNT).status()).isEqualTo(200);

		browser.form("/logout", Map.of("_csrf", browser.formToken("/")));

		assertSignedOut(browser);
	}

	@Test
	void refusesTheRightPasswordRightAfterAWrongOne() {
		assertThat(withBasic("wrong")).isEqualTo(401);

		assertThat(withBasic(Caller.PASSWORD)).isEqualTo(401);
		this.identities.unlockUser(FORGETFUL);
		assertThat(withBasic(Caller.PASSWORD)).isEqualTo(200);
	}

	@Test
	void refusesAPasswordThatWasRightAMomentAgoToo() {
		assertThat(withBasic(Caller.PASSWORD)).isEqualTo(200);
		assertThat(withBasic("wrong")).isEqualTo(401);

		assertThat(withBasic(Caller.PASSWORD)).isEqualTo(401);
	}

	@Test
	void throttlesTheSignInPage() {
		Caller browser = Caller.browser(this.port);

		assertThat(browser.signIn(FORGETFUL, "wrong").header("Location")).contains("/sign-in?error");
		assertThat(browser.signIn(FORGETFUL, Caller.PASSWORD).header("Location")).contains("/sign-in?error");
		assertRefused(browser.get("/"));
	}

	@Test
	void throttlesThePasswordCheckOfTheEngine() {
		Caller requester = Caller.of("requester", this.port);
		requester.post("/engine-rest/identity/verify", Map.of("username", FORGETFUL, "password", "wrong"));

		Answer answer = requester.post("/engine-rest/identity/verify",
				Map.of("username", FORGETFUL, "password", Caller.PASSWORD));

		assertThat(answer.json().path("authenticated").asBoolean()).as(answer.toString()).isFalse();
		assertThat(answer.status()).isLessThan(500);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "nobody, parley", "cio, -", "'', ''", "cio', parley", "cio, ' parley'",
			"CIO, parley", "cio%00, parley" })
	void refusesWrongCredentials(String user, String password) {
		Answer answer = Caller.of(user, String.valueOf(password), this.port).get("/engine-rest/task");

		assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
		this.identities.unlockUser("cio");
	}

	@Test
	void refusesAPostWithASessionButNoToken() {
		Caller browser = Caller.browserOf("cio", this.port);

		assertThat(browser.post("/engine-rest/task/count", Map.of()).status()).isEqualTo(403);
		assertThat(browser.post(TASK_COUNT, Map.of()).status()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/engine-rest/task/count", "/api/v1/cases/RC-2026-0001/withdrawal" })
	void asksForCredentialsWhoPostsWithout(String path) {
		Answer answer = Caller.nobody(this.port).post(path, Map.of());

		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
	}

	@Test
	void takesAPostWithCredentialsOfItsOwn() {
		Answer answer = Caller.of("cio", this.port).post("/engine-rest/task/count", Map.of());

		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.header("Set-Cookie")).doesNotContain("JSESSIONID");
	}

	@Test
	void takesAWebappsPostWithItsToken() {
		Caller browser = Caller.browserOf("cio", this.port);
		browser.get("/camunda/app/tasklist/default/");

		Answer answer = browser.send("POST", TASK_COUNT, Map.of(), "X-XSRF-TOKEN", xsrf(browser));

		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sign-in", "/", "/nothing-there" })
	void sendsStrictHeadersWithItsPages(String page) {
		Answer answer = Caller.browserOf("cio", this.port).get(page);

		assertThat(answer.header("Content-Security-Policy"))
			.contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'",
					"frame-ancestors 'none'")
			.doesNotContain("unsafe", "&&");
		assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
		assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("Permissions-Policy")).contains("camera=()");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/" })
	void sendsEachHeaderOnceWithTheWebapps(String page) {
		Answer answer = Caller.browserOf("admin", this.port).get(page);

		assertThat(answer.status()).isEqualTo(200);
		Stream
			.of("Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options", "X-XSS-Protection",
					"Cache-Control")
			.forEach((name) -> assertThat(answer.headers().allValues(name)).as(name).hasSizeLessThanOrEqualTo(1));
		assertThat(answer.header("Content-Security-Policy")).contains("base-uri 'self'");
		assertThat(answer.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
	}

	@Test
	void keepsTheSessionsCookieFromScripts() {
		Answer answer = Caller.nobody(this.port).get("/sign-in");

		assertThat(answer.header("Set-Cookie")).contains("JSESSIONID").contains("HttpOnly").contains("SameSite=Lax");
	}

	@Test
	void storesSlowHashesOnly() {
		List<String> hashes = this.jdbc.sql("select pwd_ from act_id_user").query(String.class).list();

		assertThat(hashes).hasSizeGreaterThan(18).allSatisfy((hash) -> assertThat(hash).startsWith("{PBKDF2"));
	}

	@Test
	void tellsNobodyAPasswordHash() {
		Answer answer = Caller.of("admin", this.port).get("/engine-rest/user/cio/profile");

		assertThat(answer.body()).contains("CIO").doesNotContain("PBKDF2").doesNotContain("password");
	}

	private int withBasic(String password) {
		return Caller.of(FORGETFUL, password, this.port).get("/engine-rest/task/count").status();
	}

	private void assertSignedOut(Caller browser) {
		assertRefused(browser.get("/"));
		assertRefused(browser.get(TASK_COUNT));
		assertRefused(browser.get("/camunda/app/tasklist/default/"));
		assertRefused(browser.get("/engine-rest/task/count"));
	}

	private static String xsrf(Caller browser) {
		return browser.cookie("XSRF-TOKEN").orElse("none");
	}

	/** Refused: by status, as no proper path, or by being sent to sign in. */
	private static void assertRefused(Answer answer) {
		if (answer.status() == 302) {
			assertThat(answer.header("Location")).as(answer.request()).endsWith("/sign-in");
		}
		else {
			assertThat(answer.status()).as(answer.toString()).isIn(400, 401, 403);
		}
	}

}
