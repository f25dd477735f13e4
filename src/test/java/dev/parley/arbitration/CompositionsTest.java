package dev.parley.arbitration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.TableDigests;
import dev.parley.arbitration.Composition.State;
import dev.parley.identity.DemoUsers;
import dev.parley.identity.DemoUsers.DemoUser;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Who sets up the committee, by its page and by the API, and how. */
@ParleyTest
class CompositionsTest {

	private static final String PAGE = "/committee/composition";

	private static final String API = "/api/v1/committee/compositions";

	@LocalServerPort
	int port;

	@Autowired
	Compositions compositions;

	@Autowired
	IdentityService identities;

	@Autowired
	TableDigests tables;

	@BeforeEach
	@AfterEach
	void goBackToTheDemo() {
		Composition proposed = this.compositions.propose(DemoComposition.draft(), "chair");
		this.compositions.endorse(proposed.number(), "sponsor");
	}

	static Stream<String> users() {
		return new DemoUsers().all().stream().map(DemoUser::id);
	}

	@ParameterizedTest
	@MethodSource("users")
	void letsTheChairProposeAndTheSponsorAnswerAndNobodyElse(String user) {
		Caller browser = Caller.browserOf(user, this.port);
		String token = browser.formToken("/");
		for (Act act : Act.values()) {
			boolean allowed = user.equals((act == Act.PROPOSE) ? "chair" : "sponsor");

			assertThat(page(act, browser, token)).as("%s by page", act).isEqualTo(allowed ? 302 : 403);
			assertThat(rest(act, user)).as("%s by API", act)
				.isEqualTo(allowed ? ((act == Act.PROPOSE) ? 201 : 200) : 403);
		}
	}

	@ParameterizedTest
	@CsvSource({ "admin, committee-chair, PROPOSE, Administrator", "cio, committee-chair, PROPOSE, CIO",
			"ciso, committee-chair, PROPOSE, CISO", "admin, executive-sponsor, ENDORSE, Administrator",
			"cio, executive-sponsor, REFUSE, CIO", "ciso-deputy, executive-sponsor, ENDORSE, CISO" })
	void listensToNoPartyWhateverOtherOfficeItHolds(String user, String office, Act act, String label) {
		try (Membership membership = Membership.given(this.identities, user, office)) {
			Caller browser = Caller.browserOf(user, this.port);

			assertThat(page(act, browser, browser.formToken("/"))).isEqualTo(403);
			assertThat(rest(act, user)).isEqualTo(403);
			assertThat(send(act, user).json().path("detail").asText()).startsWith("You hold the office " + label + ".");
			assertThat(browser.get(PAGE).body()).contains("In force")
				.doesNotContain("<form method=\"post\" action=\"/c");
		}
	}

	@Test
	void letsNobodyAnswerTheirOwnProposal() {
		try (Membership sponsor = Membership.given(this.identities, "chair", "executive-sponsor")) {
			Answer answer = send(Act.ENDORSE, "chair");

			assertThat(answer.status()).isEqualTo(403);
			assertThat(answer.json().path("detail").asText()).startsWith("You proposed composition ")
				.endsWith("Another executive sponsor has to.");
			assertThat(Caller.browserOf("chair", this.port).get(PAGE).body()).doesNotContain("/endorsement\"");
		}
	}

	@Test
	void putsInForceWhatTheSponsorEndorses() {
		int before = inForce();
		Answer proposed = Caller.of("chair", this.port).post(API, DemoComposition.body(other()));
		int number = proposed.json().path("composition").asInt();

		assertThat(proposed.header("Location")).isEqualTo(API + "/" + number);
		assertThat(proposed.json().path("state").asText()).isEqualTo("PROPOSED");
		assertThat(committee().at("/inForce/composition").asInt()).isEqualTo(before);
		assertThat(committee().at("/proposed/composition").asInt()).isEqualTo(number);

		Answer endorsed = Caller.of("sponsor", this.port)
			.post(API + "/" + number + "/endorsement", Map.of("outcome", "ENDORSED"));

		assertThat(endorsed.json().path("state").asText()).isEqualTo("IN_FORCE");
		assertThat(endorsed.json().path("answeredBy").asText()).isEqualTo("sponsor");
		assertThat(committee().at("/inForce/composition").asInt()).isEqualTo(number);
		assertThat(committee().at("/inForce/seats")).hasSize(4);
		assertThat(committee().path("proposed").isNull()).isTrue();
		assertThat(this.compositions.find(before).orElseThrow().state()).isEqualTo(State.REPLACED);
		assertThat(Caller.of("auditor", this.port).get(API + "/" + before).json().path("state").asText())
			.isEqualTo("REPLACED");
	}

	@Test
	void leavesInForceWhatTheSponsorDoesNotReplace() {
		int before = inForce();
		int number = proposed();

		Answer refused = Caller.of("sponsor", this.port)
			.post(API + "/" + number + "/endorsement",
					Map.of("outcome", "REFUSED", "reason", "Nobody speaks for the plants."));

		assertThat(refused.json().path("state").asText()).isEqualTo("REFUSED");
		assertThat(refused.json().path("reason").asText()).isEqualTo("Nobody speaks for the plants.");
		assertThat(inForce()).isEqualTo(before);
		assertThat(this.compositions.proposed()).isEmpty();
		assertThat(Caller.browserOf("member1", this.port).get(PAGE).body()).contains("Nobody speaks for the plants.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"outcome\":\"REFUSED\"}", "{\"outcome\":\"REFUSED\",\"reason\":\"  \"}", "{}",
			"{\"outcome\":\"MAYBE\"}", "{\"outcome\":\"ENDORSED\",\"why\":\"Good\"}" })
	void asksTheSponsorForAnAnswerAndItsReason(String body) {
		int number = proposed();

		assertThat(Caller.of("sponsor", this.port).post(API + "/" + number + "/endorsement", body).status())
			.isEqualTo(400);
		assertThat(this.compositions.proposed()).isPresent();
	}

	@Test
	void asksForTheReasonOnThePageToo() {
		proposed();
		Caller sponsor = Caller.browserOf("sponsor", this.port);

		Answer answer = sponsor.form(PAGE + "/" + proposed() + "/endorsement",
				Map.of("_csrf", sponsor.formToken(PAGE), "outcome", "REFUSED", "reason", ""));

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("Reason (reason) is missing.", "/endorsement\"");
	}

	@Test
	void refusesAnAnswerToWhatIsOvertaken() {
		int earlier = proposed();
		int later = proposed();

		Answer answer = Caller.of("sponsor", this.port)
			.post(API + "/" + earlier + "/endorsement", Map.of("outcome", "ENDORSED"));

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.json().path("detail").asText())
			.startsWith("Composition %d is overtaken by a later proposal.".formatted(earlier));
		assertThat(this.compositions.proposed().map(Composition::number)).contains(later);
	}

	@Test
	void takesOneAnswerOfTwo() {
		String address = API + "/" + proposed() + "/endorsement";

		List<Integer> statuses = Stream.of("ENDORSED", "REFUSED")
			.map((outcome) -> CompletableFuture.supplyAsync(() -> Caller.of("sponsor", this.port)
				.post(address, Map.of("outcome", outcome, "reason", "At once"))
				.status()))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.sorted()
			.toList();

		assertThat(statuses).containsExactly(200, 409);
	}

	@ParameterizedTest
	@ValueSource(strings = { "99999999", "0", "abc", "99999999999999999999", "-1" })
	void knowsNoOtherComposition(String composition) {
		Caller sponsor = Caller.browserOf("sponsor", this.port);
		String token = sponsor.formToken("/");

		assertThat(Caller.of("sponsor", this.port).get(API + "/" + composition).status()).isEqualTo(404);
		assertThat(Caller.of("sponsor", this.port)
			.post(API + "/" + composition + "/endorsement", Map.of("outcome", "ENDORSED"))
			.status()).isEqualTo(404);
		assertThat(
				sponsor.form(PAGE + "/" + composition + "/endorsement", Map.of("_csrf", token, "outcome", "ENDORSED"))
					.status())
			.isEqualTo(404);
	}

	@Test
	void checksAgainWhenItIsEndorsed() {
		int number = proposed();
		Caller sponsor = Caller.browserOf("sponsor", this.port);
		try (Membership cro = Membership.given(this.identities, "member3", "cro")) {
			Answer answer = sponsor.form(PAGE + "/" + number + "/endorsement",
					Map.of("_csrf", sponsor.formToken(PAGE), "outcome", "ENDORSED", "reason", "Well chosen"));

			assertThat(answer.status()).isEqualTo(409);
			assertThat(answer.body()).contains("can no longer be endorsed as it was proposed.",
					"member3, proposed as a member, holds the office Chief risk officer",
					"No: holds the office Chief risk officer", "Well chosen</textarea>");
			assertThat(rest(Act.ENDORSE, "sponsor")).isEqualTo(409);
			assertThat(rest(Act.REFUSE, "sponsor")).isEqualTo(200);
		}
	}

	@Test
	void keepsWhatWasTypedAndListsAllFaults() {
		Caller chair = Caller.browserOf("chair", this.port);
		Map<String, String> fields = new HashMap<>(DemoComposition.fields(other()));
		fields.put("_csrf", chair.formToken(PAGE));
		fields.put("member2", "");
		fields.put("termTo3", "soon");
		Map<String, String> before = this.tables.now();

		Answer unreadable = chair.form(PAGE, fields);

		assertThat(unreadable.status()).isEqualTo(400);
		assertThat(unreadable.body()).contains("<li>Member 2: Member (member) is missing.</li>",
				"<li>Member 3: Last day of the term (termTo) must be a date such as 2026-12-24, not &quot;soon&quot;.",
				"value=\"Plants\"", "value=\"2027-06-30\"");

		fields.put("member2", "cio");
		fields.put("function1", " ");
		fields.put("termTo3", "2025-12-31");
		Answer refused = chair.form(PAGE, fields);

		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.body()).contains("<li>cio, proposed as a member, does not hold the office Committee member.",
				"<li>cio, proposed as a member, holds the office CIO: who decides on shared risks",
				"<li>The function of member1 is empty.",
				"<li>The term of member3 ends on 2025-12-31, before it begins on 2026-01-01.", "value=\"2025-12-31\"",
				"open=\"open\"");
		assertThat(this.tables.now()).isEqualTo(before);
	}

	@Test
	void takesTheRowsThatAreFilledIn() {
		Caller chair = Caller.browserOf("chair", this.port);
		Map<String, String> fields = new HashMap<>(DemoComposition.fields(DemoComposition.draft()));
		fields.put("_csrf", chair.formToken(PAGE));
		fields.put("member3", "");
		fields.put("function3", "");

		Answer answer = chair.form(PAGE, fields);

		assertThat(answer.header("Location")).endsWith(PAGE);
		assertThat(chair.get(PAGE).body()).contains("is proposed. It is in force once");
		assertThat(this.compositions.proposed().orElseThrow().committee().seats()).hasSize(6);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"chair\":\"chair\",\"alternateChair\":\"member7\",\"seats\":\"all\"}",
			"{\"chair\":\"chair\",\"alternateChair\":\"member7\",\"seats\":[1,null,{}]}",
			"{\"chair\":1,\"alternateChair\":[],\"seats\":[]}", "{\"chair\":\"chair\",\"seats\":{\"member\":\"x\"}}" })
	void refusesOddBodies(String body) {
		Answer answer = Caller.of("chair", this.port).post(API, body);

		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(answer.json().path("detail").asText()).isNotBlank();
	}

	@ParameterizedTest
	@MethodSource("users")
	void showsThePageToThoseWhomItConcerns(String user) {
		boolean concerned = user.matches("member\\d|chair|cro|sponsor|auditor|risk-owner|c[is]+o(-deputy)?");
		Caller browser = Caller.browserOf(user, this.port);
		proposed();

		Answer page = browser.get(PAGE);

		assertThat(page.status()).isEqualTo(concerned ? 200 : 403);
		assertThat(browser.get("/committee").body().contains("href=\"" + PAGE + "\"")).isEqualTo(concerned);
		assertThat(page.body().contains("action=\"" + PAGE + "\"")).isEqualTo(user.equals("chair"));
		assertThat(page.body().contains("/endorsement\"")).isEqualTo(user.equals("sponsor"));
	}

	@Test
	void asksOthersToSignIn() {
		assertThat(Caller.browser(this.port).get(PAGE).header("Location")).endsWith("/sign-in");
	}

	@Test
	void saysWhoseTermHasNotBegunAndWhatIsInForce() {
		List<CommitteeSeat> seats = DemoComposition.seats();
		seats.set(0, new CommitteeSeat("member1", "Legal", LocalDate.of(2099, 1, 1), LocalDate.of(2099, 12, 31)));
		Composition proposed = this.compositions.propose(DemoComposition.draft(seats), "chair");
		this.compositions.endorse(proposed.number(), "sponsor");

		assertThat(Caller.browserOf("auditor", this.port).get(PAGE).body()).containsSubsequence("In force",
				"Committee chair (chair)", "Endorsed by", "Executive sponsor (sponsor)", "Committee member 1 (member1)",
				"1 Jan 2099", "No: term begins on 2099-01-01", "No proposal waits", "All compositions");
	}

	@Test
	void saysWhoDoesNotPreside() {
		try (Membership auditor = Membership.given(this.identities, "chair", "auditor");
				Membership cro = Membership.given(this.identities, "member7", "cro")) {

			assertThat(Caller.browserOf("auditor", this.port).get(PAGE).body()).contains(
					"Does not preside: holds the office Auditor", "Cannot stand in: is no member of this composition",
					"No: holds the office Chief risk officer");
		}
	}

	@ParameterizedTest
	@EnumSource
	void changesNothingForWhoMayNot(Act act) {
		int number = proposed();
		Map<String, String> before = this.tables.now();

		assertThat(Caller.of("member1", this.port).post(address(act, number), body(act)).status()).isEqualTo(403);

		assertThat(this.tables.now()).isEqualTo(before);
	}

	private int page(Act act, Caller browser, String token) {
		Map<String, String> fields = new HashMap<>(
				(act == Act.PROPOSE) ? DemoComposition.fields(DemoComposition.draft()) : act.answer());
		fields.put("_csrf", token);
		return browser.form((act == Act.PROPOSE) ? PAGE : PAGE + "/" + open() + "/endorsement", fields).status();
	}

	private int rest(Act act, String user) {
		return send(act, user).status();
	}

	private Answer send(Act act, String user) {
		return Caller.of(user, this.port).post(address(act, open()), body(act));
	}

	private static String address(Act act, int number) {
		return (act == Act.PROPOSE) ? API : API + "/" + number + "/endorsement";
	}

	private static Object body(Act act) {
		return (act == Act.PROPOSE) ? DemoComposition.body(DemoComposition.draft()) : act.answer();
	}

	private JsonNode committee() {
		return Caller.of("cro", this.port).get("/api/v1/committee").json();
	}

	private int inForce() {
		return this.compositions.inForce().orElseThrow().number();
	}

	private int open() {
		return this.compositions.proposed().map(Composition::number).orElseGet(this::proposed);
	}

	private int proposed() {
		return this.compositions.propose(DemoComposition.draft(), "chair").number();
	}

	private static CompositionDraft other() {
		List<CommitteeSeat> seats = DemoComposition.seats().subList(0, 3);
		CommitteeSeat plants = new CommitteeSeat("member7", "Plants", DemoComposition.FROM, LocalDate.of(2027, 6, 30));
		return DemoComposition.draft(Stream.concat(seats.stream(), Stream.of(plants)).toList());
	}

	/** What can be done with a composition. */
	enum Act {

		PROPOSE, ENDORSE, REFUSE;

		Map<String, String> answer() {
			return (this == ENDORSE) ? Map.of("outcome", "ENDORSED")
					: Map.of("outcome", "REFUSED", "reason", "Nobody speaks for the plants.");
		}

	}

}
