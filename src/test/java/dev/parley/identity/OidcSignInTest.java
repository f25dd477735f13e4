package dev.parley.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.Provider;
import dev.parley.ProviderTest;
import dev.parley.Stage;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Sign-in at a real provider, over HTTP. Each test has people of its own: somebody's
 * account at the provider is the user id with "acc-" before it.
 */
@ProviderTest
class OidcSignInTest {

	private static final String TASK_COUNT = "/camunda/api/engine/engine/default/task/count";

	private final String kim = "kim-" + UUID.randomUUID().toString().substring(0, 8);

	private final String account = "acc-" + this.kim;

	@LocalServerPort
	int port;

	@Autowired
	Provider provider;

	@Autowired
	People people;

	@Autowired
	IdentityService identities;

	@Autowired
	Directory directory;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Stage stage;

	@Autowired
	Clock clock;

	@BeforeEach
	void register() {
		this.provider.register(this.port);
	}

	@AfterEach
	void restoreTime() {
		ClockUtil.reset();
	}

	@Test
	void signsInWithNameAndOfficesOfTheProvider() {
		knows("cio", "canteen-committee");
		Caller browser = Caller.browser(this.port);

		Answer home = this.provider.signIn(browser, this.account);

		assertThat(home.status()).as(home.toString()).isEqualTo(200);
		assertThat(home.body()).contains("Kim Sato (" + this.kim + ")", "Waiting for me");
		assertThat(this.people.groupsOf(this.kim)).containsExactly("cio");
		assertThat(browser.get(TASK_COUNT).json().path("count").isNumber()).isTrue();
		assertThat(browser.get("/engine-rest/task/count").json().path("count").isNumber()).isTrue();
		assertThat(browser.get("/camunda/app/tasklist/default/").body()).contains("<html");
	}

	@Test
	void takesNoPasswords() {
		Caller browser = Caller.browser(this.port);

		Answer page = browser.get("/sign-in");

		assertThat(page.body()).contains("Sign in with", "Example Corp", "/oauth2/authorization/parley")
			.doesNotContain("type=\"password\"");
		assertThat(browser.form("/sign-in", Map.of("username", "admin", "password", "parley")).status()).isIn(403, 405);
		assertThat(browser.get("/").header("Location")).endsWith("/sign-in");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/risks", "/engine-rest/task" })
	void tellsSystemsThatBasicIsOff(String path) {
		localUser(this.kim, "Long-enough-1");

		Answer answer = Caller.of(this.kim, "Long-enough-1", this.port).get(path);

		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
		assertThat(answer.json().path(path.startsWith("/api") ? "detail" : "message").asText())
			.contains("takes no passwords", this.provider.issuer(), Provider.AUDIENCE);
	}

	@Test
	void asksSystemsForATokenWithAllThatAProblemHas() {
		Answer answer = Caller.nobody(this.port).get("/api/v1/risks");

		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		assertThat(answer.json().path("status").asInt()).isEqualTo(401);
		assertThat(answer.json().path("title").asText()).isEqualTo("Unauthorized");
		assertThat(answer.json().path("instance").asText()).isEqualTo("/api/v1/risks");
	}

	@Test
	void describesAccessTokensInPlaceOfPasswords() {
		knows("auditor");

		JsonNode described = Caller.withToken(token(), this.port).get("/v3/api-docs").json();

		assertThat(described.at("/components/securitySchemes").fieldNames()).toIterable()
			.containsExactlyInAnyOrder("bearer", "session");
		assertThat(described.at("/components/securitySchemes/bearer/scheme").asText()).isEqualTo("bearer");
		assertThat(described.at("/components/securitySchemes/bearer/bearerFormat").asText()).isEqualTo("JWT");
		assertThat(described.path("security").findValues("bearer")).hasSize(1);
	}

	@Test
	void takesAwayWhatTheProviderHasTakenAwayAtTheNextSignIn() {
		knows("ciso", "auditor");
		Caller before = signedIn();
		knows("auditor");

		Caller after = signedIn();

		assertThat(this.people.groupsOf(this.kim)).containsExactly("auditor");
		assertThat(after.get("/").status()).isEqualTo(200);
		assertThat(before.send("POST", "/api/v1/risks/R-2026-0001/closure", Map.of()).status()).isEqualTo(403);
		assertThat(offices()).containsExactly("{auditor,ciso}", "{auditor}");
	}

	@Test
	void refusesWhoIsInBothOfficesAndLeavesNeither() {
		knows("cio");
		signedIn();
		knows("cio", "ciso");

		Answer page = this.provider.signIn(Caller.browser(this.port), this.account);

		assertThat(page.body()).contains("Nobody is in the offices of the CIO and of the CISO at once", this.kim)
			.contains("Sign in with another account");
		assertThat(this.people.groupsOf(this.kim)).isEmpty();
		assertThat(offices()).containsExactly("{cio}", "{cio,ciso}");
	}

	@Test
	void refusesWhoHasNoOffice() {
		knows("canteen-committee");
		Caller browser = Caller.browser(this.port);

		Answer page = this.provider.signIn(browser, this.account);

		assertThat(page.body()).contains("gives %s no office of Parley".formatted(this.kim));
		assertThat(browser.get("/").header("Location")).endsWith("/sign-in");
	}

	@Test
	void keepsAPersonsUserIdWhenTheProviderRenamesThem() {
		knows("cio");
		signedIn();
		this.provider.knows(this.account, "married-" + this.kim, "Kim", "cio");

		Answer home = this.provider.signIn(Caller.browser(this.port), this.account);

		assertThat(home.body()).contains("(" + this.kim + ")");
		assertThat(this.people.exists("married-" + this.kim)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void refusesAnotherAccountWithANameThatIsTaken(boolean sameCase) {
		knows("cio");
		signedIn();
		String name = sameCase ? this.kim : this.kim.toUpperCase(Locale.ROOT);
		this.provider.knows("other-" + this.account, name, "Mallory", "cro");

		Answer page = this.provider.signIn(Caller.browser(this.port), "other-" + this.account);

		assertThat(page.body()).contains("belongs to another account of the identity provider");
		assertThat(this.people.groupsOf(this.kim)).containsExactly("cio");
		assertThat(this.people.nameOf(this.kim)).startsWith("Kim");
	}

	@Test
	void refusesToTakeOverALocalUserUnasked() {
		localUser(this.kim, "Long-enough-1");
		knows("cio");

		Answer page = this.provider.signIn(Caller.browser(this.port), this.account);

		assertThat(page.body()).contains("There is a local user " + this.kim);
		assertThat(this.people.groupsOf(this.kim)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void refusesTheUserIdOfSomebodyWhoActedInCasesAndIsGone(boolean sameCase) {
		localUser(this.kim, "Long-enough-1");
		this.identities.createMembership(this.kim, "requester");
		this.stage.raise(this.kim, Stage.raised());
		this.identities.deleteUser(this.kim);
		String name = sameCase ? this.kim : this.kim.toUpperCase(Locale.ROOT);
		this.provider.knows(this.account, name, "Another", "requester");

		Answer page = this.provider.signIn(Caller.browser(this.port), this.account);

		assertThat(page.body()).contains("The user id " + name + " belongs to somebody who acted in cases",
				"give you another name", "the operator can bind the user id to your account");
		assertThat(this.people.exists(name)).isFalse();
		assertThat(this.jdbc.sql("select count(*) from person_subject where subject = ?")
			.param(this.account)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void takesOverALocalUserWhereThatIsAllowed() {
		localUser(this.kim, "Long-enough-1");
		knows("cio");
		OidcProperties adopting = new Binder(
				new MapConfigurationPropertySource(Map.of("oidc.adopt-local-users", "true")))
			.bindOrCreate("oidc", OidcProperties.class);
		SubjectBinding binding = new SubjectBinding(this.jdbc, (user) -> true,
				new IdentityProperties(new IdentityProperties.FirstAdministrator(null, null), 10_000, adopting),
				this.clock);

		binding.bind(new ClaimedPerson(this.provider.issuer(), this.account, this.kim.toUpperCase(Locale.ROOT), null,
				null, null, null, Instant.EPOCH, true));

		assertThat(signedIn().get("/").body()).contains("Kim Sato (" + this.kim + ")");
	}

	@ParameterizedTest
	@ValueSource(strings = { "system", "SYSTEM", "kim sato", "-kim", "*", "kim/../cio" })
	void refusesUnfitUserIds(String id) {
		this.provider.knows(this.account, id, "Kim", "cio");

		Answer page = this.provider.signIn(Caller.browser(this.port), this.account);

		assertThat(page.body()).contains("which cannot be a user id");
		assertThat(this.people.exists(id)).isFalse();
	}

	@Test
	void letsNobodyCallAPersonSystem() {
		knows("camunda-admin");

		assertThatThrownBy(() -> localUser("System", "Long-enough-1"))
			.hasMessageContaining("is what Parley itself is called");
		assertThat(this.people.exists("System")).isFalse();
	}

	@Test
	void takesAnAccessTokenWithTheSameClaims() {
		knows("auditor");

		Answer answer = Caller.withToken(token(), this.port).get("/api/v1/assets");

		assertThat(answer.status()).as(answer.toString()).isNotIn(401, 403);
		assertThat(Caller.withToken(token(), this.port).get("/engine-rest/task/count").status()).isEqualTo(200);
		assertThat(this.people.groupsOf(this.kim)).containsExactly("auditor");
	}

	@Test
	void takesTheTokenThatTheProviderGivesASystem() {
		this.provider.knows(Provider.SYSTEM_CLIENT, "scanner", "Scanner", "requester");
		Answer given = Caller.of(Provider.SYSTEM_CLIENT, Provider.SECRET, this.port)
			.form(this.provider.issuer() + "/oauth2/token", Map.of("grant_type", "client_credentials"));

		String token = given.json().path("access_token").asText();

		assertThat(Caller.withToken(token, this.port).get("/engine-rest/task/count").status()).as(given.toString())
			.isEqualTo(200);
		assertThat(this.people.groupsOf("scanner")).containsExactly("requester");
	}

	static Stream<Arguments> badTokens() {
		return Stream.of(Arguments.of("another audience", changed((claims) -> claims.audience(List.of("wiki")))),
				Arguments.of("the client's audience", changed((claims) -> claims.audience(List.of(Provider.CLIENT)))),
				Arguments.of("no audience", changed((claims) -> claims.claims((all) -> all.remove("aud")))),
				Arguments.of("expired",
						changed((claims) -> claims.issuedAt(Instant.now().minusSeconds(900))
							.expiresAt(Instant.now().minusSeconds(600)))),
				Arguments.of("not yet valid", changed((claims) -> claims.notBefore(Instant.now().plusSeconds(600)))),
				Arguments.of("another issuer", changed((claims) -> claims.issuer("https://elsewhere.example.org"))));
	}

	private static Consumer<JwtClaimsSet.Builder> changed(Consumer<JwtClaimsSet.Builder> change) {
		return change;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("badTokens")
	void refusesABadToken(String name, Consumer<JwtClaimsSet.Builder> change) {
		knows("cio");

		Answer answer = Caller.withToken(this.provider.tokenOf(this.account, change), this.port)
			.get("/engine-rest/task/count");

		assertThat(answer.status()).as(name).isEqualTo(401);
		assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
		assertThat(answer.message()).contains("The access token is not valid");
		assertThat(this.people.exists(this.kim)).isFalse();
	}

	@Test
	void refusesATokenOfAnotherKeyAndNonsense() {
		knows("cio");

		Stream.of(this.provider.forgedTokenOf(this.account), "nonsense", token() + "x")
			.forEach((token) -> assertThat(Caller.withToken(token, this.port).get("/api/v1/assets").status())
				.isEqualTo(401));
		assertThat(this.people.exists(this.kim)).isFalse();
	}

	@Test
	void tellsASystemThatItHasNoOffice() {
		knows("canteen-committee");

		Answer answer = Caller.withToken(token(), this.port).get("/api/v1/assets");

		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.json().path("detail").asText()).contains("no office of Parley");
	}

	@Test
	void letsAnOlderTokenGiveNothingBack() {
		knows("ciso");
		String old = tokenOf(30);
		assertThat(Caller.withToken(old, this.port).get("/engine-rest/task/count").status()).isEqualTo(200);
		knows("auditor");
		signedIn();

		Answer answer = Caller.withToken(old, this.port).get("/engine-rest/task/count");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(this.people.groupsOf(this.kim)).containsExactly("auditor");
	}

	@Test
	void letsATokenFromBeforeASignInGiveNothingBackEvenThoughTheSignInSaidNothingNew() {
		knows("auditor");
		assertThat(callWithTokenOf(60)).isEqualTo(200);
		knows("auditor", "ciso");
		String unused = tokenOf(30);
		knows("auditor");
		signedIn();

		assertThat(Caller.withToken(unused, this.port).get("/engine-rest/task/count").status()).isEqualTo(200);

		assertThat(this.people.groupsOf(this.kim)).containsExactly("auditor");
		assertThat(offices()).containsExactly("{auditor}", "{auditor}");
	}

	@Test
	void leavesAnOfficeThatAnAdministratorTookAwayToTheNextSignIn() {
		knows("auditor");
		assertThat(callWithTokenOf(60)).isEqualTo(200);
		this.identities.deleteMembership(this.kim, "auditor");

		callWithTokenOf(30);
		assertThat(this.people.groupsOf(this.kim)).isEmpty();

		knows("auditor", "requester");
		callWithTokenOf(20);
		assertThat(this.people.groupsOf(this.kim)).containsExactly("requester");

		signedIn();
		assertThat(this.people.groupsOf(this.kim)).containsExactlyInAnyOrder("auditor", "requester");
	}

	@Test
	void letsATokenGiveAnOfficeOnceTheProviderNoLongerGivesBothOfTwo() {
		knows("cio", "ciso");
		assertThat(callWithTokenOf(60)).isEqualTo(403);
		knows("cio");

		assertThat(callWithTokenOf(30)).isEqualTo(200);

		assertThat(this.people.groupsOf(this.kim)).containsExactly("cio");
	}

	@Test
	void takesNamesFromSignInsOnceAPersonIsKnown() {
		knows("auditor");
		signedIn();
		knows("auditor", "requester");
		String whole = this.provider.tokenOf(this.account,
				(claims) -> claims.issuedAt(Instant.now().plusSeconds(1))
					.claim("name", "Kim Sato")
					.claims((all) -> all.keySet().removeAll(List.of("given_name", "family_name"))));

		assertThat(Caller.withToken(whole, this.port).get("/engine-rest/task/count").status()).isEqualTo(200);

		assertThat(this.people.groupsOf(this.kim)).containsExactlyInAnyOrder("auditor", "requester");
		assertThat(this.jdbc.sql("select first_ || '/' || last_ from act_id_user where id_ = ?")
			.param(this.kim)
			.query(String.class)
			.single()).isEqualTo("Kim/Sato");
	}

	@Test
	void letsATokenThatSaysNothingOfGroupsTakeNothingAway() {
		knows("auditor");
		signedIn();
		String silent = this.provider.tokenOf(this.account,
				(claims) -> claims.claims((all) -> all.keySet().removeAll(List.of("groups", "given_name"))));

		assertThat(Caller.withToken(silent, this.port).get("/engine-rest/task/count").status()).isEqualTo(200);

		assertThat(this.people.groupsOf(this.kim)).containsExactly("auditor");
		assertThat(this.people.nameOf(this.kim)).startsWith("Kim");
	}

	@Test
	void writesNothingForATokenThatSaysNothingNew() {
		knows("auditor");
		Caller.withToken(token(), this.port).get("/engine-rest/task/count");
		String before = versions();

		Caller.withToken(token(), this.port).get("/engine-rest/task/count");

		assertThat(versions()).isEqualTo(before);
	}

	@Test
	void leavesPeopleToTheProvider() {
		knows("camunda-admin");
		this.provider.knows("acc2-" + this.kim, "two-" + this.kim, "Two", "auditor", "requester");
		this.provider.signIn(Caller.browser(this.port), "acc2-" + this.kim);
		Caller admin = Caller.withToken(token(), this.port);
		String two = "two-" + this.kim;

		Stream
			.of(admin.post("/engine-rest/user/create",
					Map.of("profile", Map.of("id", "mallory", "firstName", "M", "lastName", "M"), "credentials",
							Map.of("password", "Zx9!mallory-pass"))),
					admin.put("/engine-rest/user/%s/profile".formatted(two),
							Map.of("id", two, "firstName", "Other", "lastName", "", "email", "")),
					admin.put("/engine-rest/group/cio/members/" + two, Map.of()),
					admin.post("/engine-rest/identity/verify", Map.of("username", two, "password", "x")))
			.forEach((answer) -> {
				assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
				assertThat(answer.message()).contains("come from the identity provider (Example Corp)");
			});
		assertThat(admin.delete("/engine-rest/group/requester/members/" + two).status()).isEqualTo(204);
		assertThat(this.people.groupsOf(two)).containsExactly("auditor");
	}

	@Test
	void keepsTheSetUpPathClosedWithoutAnyAdministrator() {
		Answer answer = Caller.browser(this.port)
			.post("/camunda/api/admin/setup/default/user/create",
					Map.of("profile", Map.of("id", "mallory", "firstName", "M", "lastName", "M"), "credentials",
							Map.of("password", "Zx9!mallory-pass")));

		assertThat(answer.status()).isIn(401, 403);
		assertThat(this.people.exists("mallory")).isFalse();
	}

	@Test
	void takesOfficesFromLocalUsersAndFromNobodyElse() {
		knows("auditor");
		signedIn();
		String local = "local-" + this.kim;
		localUser(local, "Long-enough-1");
		this.identities.createMembership(local, "ciso");

		this.directory.dismissLocalUsers();

		assertThat(this.people.groupsOf(local)).isEmpty();
		assertThat(this.people.groupsOf(this.kim)).containsExactly("auditor");
	}

	@Test
	void endsTheProvidersSessionWithItsOwn() {
		knows("cio");
		Caller browser = signedIn();

		Answer farewell = this.provider.follow(browser,
				browser.form("/logout", Map.of("_csrf", browser.formToken("/"))));

		assertEndsBothSessions(browser, farewell);
	}

	@Test
	void endsTheProvidersSessionWhenAWebappSignsOut() {
		knows("cio");
		Caller browser = signedIn();
		browser.get("/camunda/app/tasklist/default/");

		Answer answer = browser.send("POST", "/camunda/api/admin/auth/user/default/logout", Map.of(), "X-XSRF-TOKEN",
				browser.cookie("XSRF-TOKEN").orElse("none"));

		assertThat(answer.status()).isEqualTo(204);
		assertEndsBothSessions(browser, this.provider.follow(browser, browser.get("/")));
	}

	private void assertEndsBothSessions(Caller browser, Answer farewell) {
		String refresh = farewell.header("Refresh");
		assertThat(refresh).startsWith("0;url=" + this.provider.issuer());
		assertThat(browser.get(TASK_COUNT).status()).isEqualTo(401);
		Answer back = this.provider.follow(browser, browser.get(refresh.substring("0;url=".length())));
		assertThat(back.body()).contains("You are signed out.");
		assertThat(this.provider.follow(browser, browser.get("/oauth2/authorization/parley")).body())
			.as("the provider asks for credentials again")
			.contains("name=\"password\"");
	}

	@Test
	void endsASessionWhenTheProviderSaysSo() {
		knows("cio");
		Caller browser = signedIn();
		String logout = this.provider.tokenOf(this.account,
				(claims) -> claims.audience(List.of(Provider.CLIENT))
					.id(UUID.randomUUID().toString())
					.claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));

		Answer answer = Caller.nobody(this.port)
			.form("/logout/connect/back-channel/parley", Map.of("logout_token", logout));

		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(browser.get("/").header("Location")).endsWith("/sign-in");
	}

	@Test
	void keepsASessionWhenSomebodyElseSaysSo() {
		knows("cio");
		Caller browser = signedIn();

		Answer answer = Caller.nobody(this.port)
			.form("/logout/connect/back-channel/parley",
					Map.of("logout_token", this.provider.forgedTokenOf(this.account)));

		assertThat(answer.status()).isEqualTo(400);
		assertThat(browser.get("/").status()).isEqualTo(200);
	}

	@Test
	void endsASessionSomeHoursAfterSignIn() {
		knows("cio");
		Caller browser = signedIn();
		assertThat(browser.get("/").status()).isEqualTo(200);

		ClockUtil.setCurrentTime(Date.from(this.clock.instant().plus(Duration.ofHours(8)).plusSeconds(60)));

		assertThat(browser.get("/").header("Location")).endsWith("/sign-in");
		assertThat(browser.get(TASK_COUNT).status()).isEqualTo(401);
		assertThat(browser.get("/engine-rest/task/count").status()).isEqualTo(401);
	}

	@Test
	void asksTheProviderForCredentialsAnewWhenAnotherAccountIsWanted() {
		Answer answer = Caller.browser(this.port).get("/oauth2/authorization/parley?anew");

		assertThat(answer.header("Location")).startsWith(this.provider.issuer())
			.contains("prompt=login", "code_challenge=", "code_challenge_method=S256", "state=", "nonce=");
	}

	@Test
	void explainsThatThereIsNoSuchProvider() {
		Answer answer = Caller.browser(this.port).get("/oauth2/authorization/elsewhere");

		assertThat(answer.header("Location")).endsWith("/sign-in?refused");
	}

	@Test
	void explainsASignInThatFailed() {
		Caller browser = Caller.browser(this.port);

		Answer page = this.provider.follow(browser,
				browser.get("/login/oauth2/code/parley?error=access_denied&state=x"));

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("The sign-in at the identity provider did not succeed");
		assertThat(browser.get("/sign-in").body()).doesNotContain("did not succeed");
	}

	private Caller signedIn() {
		Caller browser = Caller.browser(this.port);
		Answer home = this.provider.signIn(browser, this.account);
		assertThat(home.body()).as(home.toString()).contains("Waiting for me");
		return browser;
	}

	private void knows(String... groups) {
		this.provider.knows(this.account, this.kim, "Kim", groups);
	}

	private String token() {
		return this.provider.tokenOf(this.account, (claims) -> {
		});
	}

	private String tokenOf(int secondsAgo) {
		return this.provider.tokenOf(this.account, (claims) -> claims.issuedAt(Instant.now().minusSeconds(secondsAgo)));
	}

	private int callWithTokenOf(int secondsAgo) {
		return Caller.withToken(tokenOf(secondsAgo), this.port).get("/engine-rest/task/count").status();
	}

	private void localUser(String id, String password) {
		User user = this.identities.newUser(id);
		user.setFirstName("Local");
		user.setPassword(password);
		this.identities.saveUser(user);
	}

	private List<String> offices() {
		return this.jdbc.sql("select offices::text from offices_claimed where user_id = ? order by offices_claimed_id")
			.param(this.kim)
			.query(String.class)
			.list();
	}

	private String versions() {
		return this.jdbc.sql("""
				select string_agg(x, ' ') from (
				    select xmin::text as x from act_id_user
				    union all select xmin::text from act_id_membership
				    union all select xmin::text from offices_claimed) versions""").query(String.class).single();
	}

}
