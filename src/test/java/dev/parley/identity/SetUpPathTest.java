package dev.parley.identity;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The path by which the webapps let anybody make an administrator while there is none
 * (CVE-2026-77226). Here there is none, for the time of a test.
 */
@ParleyTest
class SetUpPathTest {

	private static final Map<String, Object> MALLORY = Map.of("profile",
			Map.of("id", "mallory", "firstName", "Mallory", "lastName", "M"), "credentials",
			Map.of("password", "Zx9!mallory-pass"));

	@LocalServerPort
	int port;

	@Autowired
	IdentityService identities;

	@BeforeEach
	void leaveNobodyAdministrator() {
		this.identities.deleteMembership("admin", Office.ADMINISTRATOR.group());
	}

	@AfterEach
	void restore() {
		this.identities.deleteUser("mallory");
		this.identities.createMembership("admin", Office.ADMINISTRATOR.group());
		assertThat(this.identities.createUserQuery().memberOfGroup("camunda-admin").count()).isOne();
	}

	static Stream<Arguments> attempts() {
		return Stream.of("nobody", "requester", "cio", "auditor", "admin")
			.flatMap((user) -> Stream.of("/camunda/api/admin/setup/default/user/create",
					"/camunda/api/admin/setup/default/user/create/", "/camunda/api/admin/%73etup/default/user/create",
					"/camunda/api/admin/setup;x=y/default/user/create", "/camunda/api/admin//setup/default/user/create",
					"/camunda/api/admin/auth/../setup/default/user/create",
					"/camunda/api/admin/./setup/default/user/create", "/camunda//api/admin/setup/default/user/create",
					"/camunda/api/%61dmin/setup/default/user/create")
				.map((path) -> Arguments.of(user, path)));
	}

	@ParameterizedTest
	@MethodSource("attempts")
	void letsNobodyMakeAnAdministrator(String user, String path) {
		Caller browser = user.equals("nobody") ? Caller.browser(this.port) : Caller.browserOf(user, this.port);
		browser.get("/camunda/app/admin/default/setup/");

		Answer answer = browser.send("POST", path, MALLORY, "X-XSRF-TOKEN",
				browser.cookie("XSRF-TOKEN").orElse("none"));

		assertThat(answer.status()).as(answer.toString()).isIn(400, 401, 403);
		assertThat(this.identities.createUserQuery().userId("mallory").count()).isZero();
		assertThat(this.identities.createUserQuery().memberOfGroup(Office.ADMINISTRATOR.group()).list()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void showsNobodyTheSetUpPage(String user, String path) {
		Answer answer = Caller.browserOf(user, this.port).get(path);

		assertThat(answer.status()).as(answer.request()).isIn(400, 403);
	}

	static List<Arguments> pages() {
		return List.of(Arguments.of("requester", "/camunda/app/admin/default/setup/"),
				Arguments.of("admin", "/camunda/app/admin/default/setup/"),
				Arguments.of("admin", "/camunda/app/admin/default/setup"),
				Arguments.of("admin", "/camunda/app/admin/default/%73etup/"));
	}

}
