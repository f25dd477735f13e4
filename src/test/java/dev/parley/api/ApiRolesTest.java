package dev.parley.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.parley.Apis;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.TableDigests;
import dev.parley.identity.ApiRoute;
import dev.parley.identity.DemoUsers;
import dev.parley.identity.DemoUsers.DemoUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who can make which call. The table {@code api-routes.csv} says it, and each of its
 * cells is tried.
 */
@ParleyTest
class ApiRolesTest {

	private static final ApiRoleTable TABLE = ApiRoleTable.read();

	private static final String OTHER_ASSET = "A-011";

	private static final Map<String, Object> REASON = Map.of("reason", "The appliance was scrapped.");

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	TableDigests tables;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	DemoUsers users;

	private static final Map<String, Object> CATALOG = Map.of("catalogVersion", "2026.11.22", "dateReleased",
			"2026-11-22T09:00:00.000Z", "count", 1, "vulnerabilities",
			List.of(Map.of("cveID", "CVE-2026-0001", "vendorProject", "Nobody", "product", "Nothing",
					"vulnerabilityName", "A flaw", "dateAdded", "2026-11-20", "shortDescription", "It is flawed.",
					"requiredAction", "Repair it.", "dueDate", "2026-12-11")));

	private static final Map<String, Object> COMPOSITION = Map.of("chair", "chair", "alternateChair", "member7",
			"seats",
			List.of(seat("member1", "Legal"), seat("member2", "Finance"), seat("member3", "Operations"),
					seat("member4", "Compliance"), seat("member5", "Human resources"), seat("member6", "Operations"),
					seat("member7", "Finance")));

	private static Map<String, Object> seat(String member, String function) {
		return Map.of("member", member, "function", function, "termFrom", "2026-01-01", "termTo", "2030-12-31");
	}

	private String proposed() {
		return caller("chair").post("/api/v1/committee/compositions", COMPOSITION).header("Location");
	}

	private Call call(ApiRoute route) {
		return switch (route) {
			case RAISE_RISK -> new Call("/api/v1/risks", Stage.raised());
			case RISKS -> new Call("/api/v1/risks", Map.of());
			case RISK -> new Call("/api/v1/risks/" + riskOf(raised()), Map.of());
			case CLOSE_RISK -> new Call("/api/v1/risks/" + riskOf(withdrawn()) + "/closure", REASON);
			case RESTATE_POSITION -> new Call("/api/v1/risks/" + riskOf(this.stage.upToChallenge(3, 3)) + "/positions",
					Stage.securityPosition(4, 4));
			case CASE -> new Call("/api/v1/cases/" + raised(), Map.of());
			case WITHDRAW_CASE -> withdrawal(raised());
			case REVOKE_EXEMPTION -> new Call("/api/v1/exemptions/" + exempted() + "/revocation", REASON);
			case ASSETS -> new Call("/api/v1/assets", Map.of());
			case CHANGE_ASSET -> new Call("/api/v1/assets/" + OTHER_ASSET,
					Map.of("assetClass", otherClass(), "reason", "Another unit runs it now."));
			case IMPORT_KEV -> new Call("/api/v1/imports/kev", CATALOG);
			case COMMITTEE -> new Call("/api/v1/committee", Map.of());
			case COMPOSITION -> new Call(proposed(), Map.of());
			case PROPOSE_COMPOSITION -> new Call("/api/v1/committee/compositions", COMPOSITION);
			case ANSWER_COMPOSITION -> new Call(proposed() + "/endorsement", Map.of("outcome", "ENDORSED"));
			case MEASURES -> new Call("/api/v1/measures", Map.of());
			case RULINGS -> new Call("/api/v1/rulings", Map.of());
		};
	}

	static Stream<ApiRoute> routes() {
		return TABLE.routes().stream();
	}

	@Test
	void saysItForEveryRouteAndEveryUser() {
		assertThat(TABLE.routes()).containsExactlyInAnyOrder(ApiRoute.values());
		assertThat(TABLE.users()).containsExactlyInAnyOrderElementsOf(
				Stream.concat(this.users.all().stream().map(DemoUser::id), Stream.of(Apis.NOBODY)).toList());
	}

	@ParameterizedTest
	@MethodSource("routes")
	void answersEachUserAsTheTableSays(ApiRoute route) {
		Call call = call(route);
		for (Map.Entry<String, Integer> cell : TABLE.row(route).entrySet()) {
			Map<String, String> before = this.tables.now();

			Answer answer = send(route, cell.getKey(), call);

			assertThat(answer.status()).as("%s: %s", cell.getKey(), answer).isEqualTo(cell.getValue());
			if (answer.isOk()) {
				call = call(route);
			}
			else {
				assertRefused(answer);
				assertThat(this.tables.now()).as(answer.toString()).isEqualTo(before);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("routes")
	void letsNobodyPastByAskingForTheHeadAlone(ApiRoute route) {
		Call call = call(route);
		if (route.method().name().equals("GET")) {
			TABLE.row(route)
				.forEach((user, status) -> assertThat(caller(user).send("HEAD", call.path(), null).status()).as(user)
					.isEqualTo(status));
		}
	}

	@Test
	void namesTheOfficesThatMayCall() {
		Answer answer = Caller.of("member1", this.port).post("/api/v1/risks", Stage.raised());

		assertThat(answer.json().path("detail").asText()).isEqualTo(
				"POST /api/v1/risks is open to these offices: Requester, CIO, CISO, Risk owner. You (member1) hold: Committee member.");
	}

	private static void assertRefused(Answer answer) {
		assertThat(answer.header("Content-Type")).as(answer.toString()).isEqualTo("application/problem+json");
		assertThat(answer.json().path("detail").asText()).as(answer.toString()).isNotBlank();
		assertThat(answer.header("WWW-Authenticate"))
			.isEqualTo((answer.status() == 401) ? "Basic realm=\"Parley\"" : "");
	}

	private Answer send(ApiRoute route, String user, Call call) {
		boolean read = route.method().name().equals("GET");
		return caller(user).send(route.method().name(), call.path(), read ? null : call.body());
	}

	private Caller caller(String user) {
		return user.equals(Apis.NOBODY) ? Caller.nobody(this.port) : Caller.of(user, this.port);
	}

	private String raised() {
		return this.stage.raiseOn(Stage.SHARED_ASSET);
	}

	/** Each change is undone by the next one; there are two who may make one. */
	private String otherClass() {
		return this.jdbc.sql("""
				select case asset_class when 'SHARED' then 'BUSINESS_UNIT' else 'SHARED' end from asset
				 where asset_id = ?""").param(OTHER_ASSET).query(String.class).single();
	}

	/** An exemption that is in force. */
	private String exempted() {
		return this.jdbc.sql("select exemption_id from exemption where case_id = ?")
			.param(this.stage.upToExemption(LocalDate.now().plusDays(100).toString()))
			.query(String.class)
			.single();
	}

	private String withdrawn() {
		String caseId = raised();
		Call withdrawal = withdrawal(caseId);
		assertThat(caller("requester").post(withdrawal.path(), withdrawal.body()).status()).isEqualTo(200);
		return caseId;
	}

	private static Call withdrawal(String caseId) {
		return new Call("/api/v1/cases/" + caseId + "/withdrawal", REASON);
	}

	private String riskOf(String caseId) {
		return this.jdbc.sql("select risk_id from risk_case where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

	/**
	 * A call that is valid.
	 *
	 * @param path where to
	 * @param body what is sent, if something is
	 */
	private record Call(String path, Map<String, Object> body) {
	}

}
