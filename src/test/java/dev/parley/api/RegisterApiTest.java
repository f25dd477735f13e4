package dev.parley.api;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.engine.CaseOpening;
import dev.parley.identity.DemoUsers;
import dev.parley.identity.DemoUsers.DemoUser;
import dev.parley.identity.Office;
import dev.parley.register.Assets;
import dev.parley.register.CaseSights;
import dev.parley.register.Category;
import dev.parley.register.RaisedRisk;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What systems read of the register: as much as the caller could read on its pages. */
@ParleyTest
class RegisterApiTest {

	private static final Set<Office> NO_READERS = Set.of(Office.PROCESS_OWNER, Office.ADMINISTRATOR);

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CaseSights sights;

	@Autowired
	CaseOpening opening;

	@Autowired
	Assets assets;

	@Autowired
	DemoUsers users;

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void showsEachReaderTheRisksWhoseCasesThatPersonMayOpen() {
		this.stage.raise("cio", Stage.raised());
		this.stage.upToDecision(Stage.BUSINESS_UNIT_ASSET, 2, 2);
		String escalated = this.stage.upToDecision(4, 4);
		this.stage.letTimePass(escalated, "DecideRisk");
		List<Map<String, Object>> cases = this.jdbc.sql("select case_id, risk_id from risk_case").query().listOfRows();

		for (DemoUser user : readers()) {
			Set<String> open = cases.stream()
				.filter((row) -> this.sights.of((String) row.get("case_id"), user.id()).isPresent())
				.map((row) -> (String) row.get("risk_id"))
				.filter(Objects::nonNull)
				.collect(Collectors.toCollection(TreeSet::new));
			assertThat(new TreeSet<>(walk(user.id(), "/api/v1/risks?limit=200"))).as(user.id()).isEqualTo(open);
		}
		assertThat(walk("member1", "/api/v1/risks?limit=200")).contains(riskOf(escalated));
		assertThat(walk("sponsor", "/api/v1/risks?limit=200")).contains(riskOf(escalated));
		assertThat(walk("process-owner", "/api/v1/risks")).isEmpty();
	}

	@Test
	void showsARiskAndACaseToThoseWhoMayOpenItAndDeniesItToOthers() {
		List<String> cases = List.of(this.stage.raise(), this.stage.upToDecision(Stage.BUSINESS_UNIT_ASSET, 2, 2));

		for (String caseId : cases) {
			for (DemoUser user : readers()) {
				int status = this.sights.of(caseId, user.id()).isPresent() ? 200 : 404;
				assertThat(get(user.id(), "/api/v1/cases/" + caseId).status()).as(user.id()).isEqualTo(status);
				assertThat(get(user.id(), "/api/v1/risks/" + riskOf(caseId)).status()).as(user.id()).isEqualTo(status);
			}
		}
		assertThat(get("cro", "/api/v1/risks/" + riskOf(cases.get(0))).json().path("detail").asText())
			.isEqualTo(get("cio", "/api/v1/risks/R-1998-0001").json()
				.path("detail")
				.asText()
				.replace("R-1998-0001", riskOf(cases.get(0))));
	}

	@ParameterizedTest
	@CsvSource({ "cio, StateItPosition, ciso", "cio, StateItPosition, requester", "ciso, StateSecurityPosition, cio",
			"ciso, StateSecurityPosition, auditor" })
	void showsNothingOfOnePositionAlone(String author, String form, String reader) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		String before = read(reader, caseId);

		this.stage.complete(author, caseId, form,
				author.equals("cio") ? Stage.itPosition(5, 5) : Stage.securityPosition(5, 5));

		assertThat(read(reader, caseId)).isEqualTo(before).contains("\"level\":null,\"band\":null");
	}

	@Test
	void keepsTheLevelOfARiskUntilItsNextCaseHasBothPositions() {
		String first = this.stage.upToChallenge(2, 2);
		String riskId = riskOf(first);
		withdraw(first);
		String second = openAnother(riskId);
		String before = get("cio", "/api/v1/risks/" + riskId).body();

		this.stage.complete("ciso", second, "StateSecurityPosition", Stage.securityPosition(5, 5));

		assertThat(before).contains("\"level\":\"LOW\"", "\"caseId\":\"" + second);
		assertThat(get("cio", "/api/v1/risks/" + riskId).body()).isEqualTo(before);
		assertThat(get("cio", "/api/v1/cases/" + second).json().path("level").isNull()).isTrue();
		this.stage.complete("cio", second, "StateItPosition", Stage.itPosition(1, 1));
		assertThat(get("cio", "/api/v1/risks/" + riskId).json().path("level").asText()).isEqualTo("VERY_HIGH");
	}

	@Test
	void tellsOfADecisionThatIsNotInForceOnlyWhoMayOpenItsCase() {
		String first = this.stage.upToChallenge(2, 2);
		String risk = "/api/v1/risks/" + riskOf(first);
		withdraw(first);
		String second = openAnother(riskOf(first));
		this.stage.complete("cio", second, "StateItPosition", Stage.itPosition(2, 2));
		this.stage.complete("ciso", second, "StateSecurityPosition", Stage.securityPosition(2, 2));
		this.stage.complete("cio", second, "DecideRisk", Stage.mitigate());

		assertThat(get("requester", risk).json().path("decision").isNull()).isTrue();
		assertThat(get("requester", risk).json().path("caseId").asText()).isEqualTo(first);
		assertThat(get("cio", risk).json().path("decision").toString())
			.isEqualTo("{\"treatment\":\"MITIGATE\",\"inForce\":false,\"ruledBy\":null}");

		this.stage.complete("ciso", second, "GiveAssurance", Stage.assured());
		assertThat(get("requester", risk).json().path("decision").toString())
			.isEqualTo("{\"treatment\":\"MITIGATE\",\"inForce\":true,\"ruledBy\":null}");
	}

	@Test
	void tellsHowARiskAndItsCaseStand() {
		String caseId = this.stage.upToDecision(4, 4);

		JsonNode risk = get("cio", "/api/v1/risks/" + riskOf(caseId)).json();
		assertThat(risk.path("title").asText()).isEqualTo("Unpatched remote access");
		assertThat(risk.path("level").asText()).isEqualTo("HIGH");
		assertThat(risk.path("band").asText()).isEqualTo("ABOVE_TOLERANCE");
		assertThat(risk.path("state").asText()).isEqualTo("OPEN");
		assertThat(risk.path("unacceptableState").asText()).isEqualTo("NO_DECISION");
		assertThat(risk.path("decision").isNull() && risk.path("exemption").isNull()).isTrue();

		this.stage.letTimePass(caseId, "DecideRisk");
		JsonNode riskCase = get("chair", "/api/v1/cases/" + caseId).json();
		assertThat(riskCase.path("riskId").asText()).isEqualTo(riskOf(caseId));
		assertThat(riskCase.path("state").asText()).isEqualTo("ESCALATED");
		assertThat(riskCase.path("ruledBy").asText()).isEqualTo("COMMITTEE");
		assertThat(riskCase.path("route").asText()).isEqualTo("CHALLENGE");
		assertThat(riskCase.path("band").asText()).isEqualTo("ABOVE_TOLERANCE");
		assertThat(riskCase.path("decidingGroup").asText()).isEqualTo("cio");
		assertThat(riskCase.path("raisedBy").asText()).isEqualTo("requester");
	}

	@Test
	void tellsWhoRulesOnACaseAndWhoHasRuled() {
		String caseId = this.stage.upToDecision(4, 4);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.accept());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		assertThat(ruledBy(caseId)).isEqualTo("COMMITTEE COMMITTEE");

		insert("""
				insert into passing_on (case_id, referral, cause, passed_at)
				values (:caseId, 1, 'NO_QUORUM', now())""", caseId);
		assertThat(ruledBy(caseId)).isEqualTo("CRO CRO");

		insert("""
				insert into ruling (case_id, referral, number, ruled_by, outcome, decision, reasons, given_by, given_at,
				                    models, state, in_force_since)
				values (:caseId, 1, 1, 'CRO', 'UPHOLD_DECISION', 1, 'Borne knowingly.', 'cro', now(), 'm',
				        'IN_FORCE', now())""", caseId);
		insert("update referral set state = 'RULED', closed_at = now() where case_id = :caseId", caseId);
		insert("update decision set state = 'IN_FORCE', in_force_since = now() where case_id = :caseId", caseId);
		insert("update risk_case set settled_at = now() where case_id = :caseId", caseId);
		assertThat(ruledBy(caseId)).isEqualTo("CRO CRO");
	}

	@ParameterizedTest
	@ValueSource(strings = { "member1", "chair", "cro", "sponsor" })
	void opensACaseToThoseWhoRuledOnItWhenItIsSettled(String reader) {
		String caseId = this.stage.upToDecision(4, 4);
		String path = "/api/v1/cases/" + caseId;
		assertThat(get(reader, path).status()).isEqualTo(404);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		assertThat(get(reader, path).status()).isEqualTo(404);
		insert("""
				insert into referral (case_id, number, sent_to, reason, decision, referred_at, state, closed_at)
				values (:caseId, 1, 'CRO', 'AUTHORITY', 1, now(), 'RULED', now())""", caseId);

		insert("""
				insert into ruling (case_id, referral, number, ruled_by, outcome, decision, reasons, given_by, given_at,
				                    models)
				values (:caseId, 1, 1, 'CRO', 'UPHOLD_OBJECTION', 1, 'Not borne.', 'cro', now(), 'm')""", caseId);

		assertThat(get(reader, path).json().path("state").asText()).isEqualTo("SETTLED");
		assertThat(get(reader, path).json().path("ruledBy").isNull()).isTrue();
		assertThat(get(reader, "/api/v1/risks/" + riskOf(caseId)).status()).isEqualTo(200);
	}

	private void insert(String sql, String caseId) {
		this.jdbc.sql(sql).param("caseId", caseId).update();
	}

	private String ruledBy(String caseId) {
		return get("cio", "/api/v1/cases/" + caseId).json().path("ruledBy").asText() + " "
				+ get("cio", "/api/v1/risks/" + riskOf(caseId)).json().path("decision").path("ruledBy").asText();
	}

	@Test
	void tellsOfACaseAlikeWhenItIsReadAndWhenItIsWithdrawn() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);

		Answer withdrawn = withdraw(caseId);

		assertThat(withdrawn.body()).isEqualTo(get("requester", "/api/v1/cases/" + caseId).body())
			.contains("\"state\":\"WITHDRAWN\"");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 200 })
	void walksAllPagesWithoutLossOrDoubling(int limit) {
		for (int number = 0; number < 3; number++) {
			this.stage.raise();
		}
		List<String> all = this.jdbc.sql("select risk_id from risk order by length(risk_id) desc, risk_id desc")
			.query(String.class)
			.list();

		assertThat(walk("auditor", "/api/v1/risks?limit=" + limit)).isEqualTo(all);
		assertThat(walk("requester", "/api/v1/assets?limit=" + limit)).doesNotHaveDuplicates()
			.hasSameSizeAs(this.assets.all());
	}

	@Test
	void putsALongerNumberBeforeAShorterOne() {
		this.jdbc.sql("""
				with r as (insert into risk (risk_id, title, scenario, category, raised_by, raised_at)
				           select id, 'Old', 'Old', 'DATA', 'system', timestamptz '1999-01-01'
				             from unnest(array['R-1999-9999', 'R-1999-10000']) as id returning risk_id)
				insert into risk_case (case_id, risk_id, state, title, scenario, category, benefit, initiative_started,
				                       raised_by, opened_at, settled_at)
				select 'C' || risk_id, risk_id, 'SETTLED', 'Old', 'Old', 'DATA', 'Old', false, 'system',
				       timestamptz '1999-01-01', timestamptz '1999-01-01' from r""").update();

		assertThat(walk("auditor", "/api/v1/risks?limit=1")).containsSubsequence("R-1999-10000", "R-1999-9999");
	}

	@Test
	void keepsTheFiltersOnTheNextPage() {
		Map<String, Object> odd = Stage.raised();
		odd.put("title", "100 % of mails & files_x");
		List<String> raised = new ArrayList<>();
		for (int number = 0; number < 3; number++) {
			raised.add(0, riskOf(this.stage.raise("requester", odd).getBusinessKey()));
		}

		assertThat(walk("cio", "/api/v1/risks?limit=1&q=100+%25+of+MAILS+%26+files_&state=OPEN")).isEqualTo(raised);
		assertThat(walk("cio", "/api/v1/risks?q=100+%25+of+mails+%26+filesxx")).isEmpty();
	}

	@Test
	void filtersByStateAndAsset() {
		String accepted = riskOf(this.stage.upToDecision(Stage.BUSINESS_UNIT_ASSET, 4, 4));
		String harmless = riskOf(this.stage.upToDecision(Stage.BUSINESS_UNIT_ASSET, 1, 1));
		String filter = "/api/v1/risks?limit=200&assetId=" + Stage.BUSINESS_UNIT_ASSET;

		assertThat(walk("cio", filter)).contains(accepted, harmless);
		assertThat(walk("cio", filter + "&unacceptableState=NO_DECISION")).contains(accepted).doesNotContain(harmless);
		assertThat(walk("cio", filter + "&state=CLOSED")).isEmpty();
		assertThat(walk("cio", "/api/v1/risks?limit=200&assetId=A-001")).doesNotContain(accepted, harmless);
	}

	@ParameterizedTest
	@CsvSource({ "limit=0, limit", "limit=201, limit", "limit=-1, limit", "limit=ten, limit", "limit=1.5, limit",
			"limit=99999999999, limit", "limit=1&limit=2, limit", "after=x, x", "after=R-2026-1%27, no risk id",
			"state=open, state", "unacceptableState=NONE, unacceptableState", "order=title, order", "Limit=5, Limit",
			"q=%00, control" })
	void refusesWhatAListDoesNotKnow(String query, String named) {
		Answer answer = get("cio", "/api/v1/risks?" + query);

		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(answer.json().path("detail").asText()).contains(named);
	}

	/**
	 * The server drops a parameter that it cannot read, and the list would be another.
	 */
	@Test
	void refusesAFilterThatCannotBeRead() throws IOException {
		HttpURLConnection call = (HttpURLConnection) new URL(
				"http://localhost:" + this.port + "/api/v1/risks?state=%zz")
			.openConnection();
		call.setRequestProperty("Authorization",
				"Basic " + Base64.getEncoder().encodeToString("cio:parley".getBytes(StandardCharsets.UTF_8)));

		assertThat(call.getResponseCode()).isEqualTo(400);
		assertThat(new String(call.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).contains("question mark");
	}

	private List<DemoUser> readers() {
		return this.users.all().stream().filter((user) -> !NO_READERS.contains(user.office())).toList();
	}

	/** The ids on all pages, in order. */
	private List<String> walk(String user, String first) {
		List<String> ids = new ArrayList<>();
		String address = first;
		while (address != null) {
			JsonNode page = get(user, address).json();
			StreamSupport.stream(page.path("items").spliterator(), false)
				.map((item) -> item.path(item.has("riskId") ? "riskId" : "id").asText())
				.forEach(ids::add);
			address = page.path("next").textValue();
		}
		return ids;
	}

	private String read(String user, String caseId) {
		return get(user, "/api/v1/risks/" + riskOf(caseId)).body() + get(user, "/api/v1/cases/" + caseId).body();
	}

	private Answer get(String user, String path) {
		return Caller.of(user, this.port).get(path);
	}

	private Answer withdraw(String caseId) {
		Answer answer = Caller.of("requester", this.port)
			.post("/api/v1/cases/" + caseId + "/withdrawal", Map.of("reason", "The project was cancelled."));
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return answer;
	}

	private String openAnother(String riskId) {
		return this.opening.open(
				new RaisedRisk("Unpatched remote access", "It is exploited now.", Category.DATA, null,
						"People can work from home.", null, true),
				this.assets.find(Stage.SHARED_ASSET).orElseThrow(), riskId);
	}

	private String riskOf(String caseId) {
		return this.jdbc.sql("select risk_id from risk_case where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

}
