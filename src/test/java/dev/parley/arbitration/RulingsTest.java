package dev.parley.arbitration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.ReferredCases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Past rulings as precedents, on the page and for systems. All of these name a zebra. */
@ParleyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulingsTest {

	private static final Instant DAY = Instant.parse("2043-03-01T10:00:00Z");

	private static final String ALL = "/api/v1/rulings?q=zebra";

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	String upheld = "";

	String appealed = "";

	String authority = "";

	String waiting = "";

	@BeforeAll
	void rule() {
		ReferredCases cases = new ReferredCases(this.jdbc, 2043);
		this.upheld = cases.refer(DAY, "COMMITTEE", "CONFLICT", "Zebra gateway outages", "AVAILABILITY", 4);
		cases.call(this.upheld, 1, DAY, Map.of("member1", "UPHOLD_DECISION", "member2", "UPHOLD_DECISION", "member3",
				"UPHOLD_DECISION", "member4", "UPHOLD_OBJECTION", "member5", "ABSTAIN", "member6", "RECUSED"));
		cases.count(this.upheld, 1, DAY, "RULING");
		cases.committeeRules(this.upheld, 1, "UPHOLD_DECISION", DAY);
		cases.putInForce(this.upheld, DAY.plusSeconds(60));
		this.appealed = cases.refer(DAY, "COMMITTEE", "CONFLICT", "A zebra reads payroll <data>", "DATA", 5);
		cases.call(this.appealed, 1, DAY, Map.of("member1", "UPHOLD_OBJECTION", "member2", "UPHOLD_OBJECTION"));
		cases.count(this.appealed, 1, DAY, "RULING");
		cases.committeeRules(this.appealed, 1, "UPHOLD_OBJECTION", DAY.plusSeconds(3600));
		cases.appeal(this.appealed, DAY.plusSeconds(4000));
		cases.passOn(this.appealed, "APPEAL", DAY.plusSeconds(4000));
		cases.croRules(this.appealed, "IMPOSE_CONDITIONS", "The supplier vouches for it.", DAY.plusSeconds(86400));
		cases.impose(this.appealed, 2);
		cases.putInForce(this.appealed, DAY.plusSeconds(90000));
		this.authority = cases.refer(DAY, "CRO", "AUTHORITY", "Zebra crossings", "SAFETY", 3);
		cases.croRules(this.authority, "UPHOLD_OBJECTION", "100 % of them are outworn_x.", DAY.plusSeconds(172800));
		cases.putInForce(this.authority, DAY.plusSeconds(172800));
		this.waiting = cases.refer(DAY, "CRO", "AUTHORITY", "A zebra that waits", "SAFETY", 3);
		cases.croRules(this.waiting, "UPHOLD_DECISION", "It is well.", DAY.plusSeconds(200000));
	}

	@Test
	void listsWhatWasRuledTheNewestFirst() {
		JsonNode rulings = get(ALL).json().path("items");

		assertThat(rulings.findValuesAsText("caseId")).containsExactly(this.authority, this.appealed, this.appealed,
				this.upheld);
		assertThat(rulings.get(3)).hasToString(("{\"caseId\":\"%s\",\"referral\":1,\"number\":1,"
				+ "\"title\":\"Zebra gateway outages\",\"category\":\"AVAILABILITY\",\"level\":\"HIGH\","
				+ "\"assetClass\":\"SHARED\",\"reason\":\"CONFLICT\",\"ruledBy\":\"COMMITTEE\","
				+ "\"outcome\":\"UPHOLD_DECISION\",\"state\":\"IN_FORCE\","
				+ "\"votes\":{\"inFavour\":3,\"against\":1,\"abstained\":1},\"conditions\":0,\"dissent\":true,"
				+ "\"givenAt\":\"2043-03-01T10:00:00Z\",\"inForceSince\":\"2043-03-01T10:01:00Z\"}")
			.formatted(this.upheld));
		assertThat(rulings.findValuesAsText("state")).containsExactly("IN_FORCE", "IN_FORCE", "SET_ASIDE", "IN_FORCE");
		assertThat(rulings.findValuesAsText("conditions")).containsExactly("0", "2", "0", "0");
		assertThat(rulings.findValuesAsText("dissent")).containsExactly("false", "false", "false", "true");
		assertThat(rulings.path(0).path("votes").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "&category=DATA, 2", "&category=SUPPLIER, 0", "&level=HIGH, 1", "&level=VERY_HIGH&outcome=, 2",
			"&outcome=UPHOLD_OBJECTION, 2", "&outcome=IMPOSE_CONDITIONS, 1", "&ruledBy=COMMITTEE, 2",
			"&ruledBy=CRO&reason=AUTHORITY, 1", "&reason=OVERDUE, 0", "&sort=OLDEST, 4" })
	void filters(String filters, int found) {
		assertThat(get(ALL + filters).json().path("items")).hasSize(found);
	}

	@ParameterizedTest
	@CsvSource({ "zebra+outage, 1", "outage+zebras, 1", "zebra+supplier+vouch, 1",
			"zebra+%22commented+by+member4%22, 1", "zebra+-gateway, 3", "%22zebra+outages%22, 0", "zebra+%25, 4",
			"zebra+outworn_x, 1", "zebra+%27%3B+drop+table+ruling+--, 0", "zebra+%26+%7C+%21+%3A*, 4",
			"zebra+%3Cdata%3E, 0" })
	void findsWordsOfTitleReasonsAndCommentsInAnyForm(String words, int found) {
		assertThat(get("/api/v1/rulings?q=" + words).json().path("items")).hasSize(found);
	}

	@ParameterizedTest
	@ValueSource(strings = { "NEWEST", "OLDEST" })
	void pagesWithoutLossOrRepetition(String sort) {
		List<String> walked = new ArrayList<>();
		for (String next = ALL + "&limit=1&sort=" + sort; next != null;) {
			JsonNode page = get(next).json();
			page.path("items").forEach((item) -> walked.add(item.path("caseId").asText() + item.path("number")));
			next = page.path("next").textValue();
		}

		List<String> newest = List.of(this.authority + 1, this.appealed + 2, this.appealed + 1, this.upheld + 1);
		assertThat(walked).isEqualTo(
				sort.equals("NEWEST") ? newest : List.of(newest.get(3), newest.get(2), newest.get(1), newest.get(0)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "level=HUGE | Level (level) must be one of VERY_LOW, LOW",
			"outcome=upheld | Outcome (outcome) must be one of", "ruledBy=CHAIR | Ruled by (ruledBy) must be one of",
			"sort=up | Order (sort) must be one of NEWEST, OLDEST", "colour=red | does not ask for: [colour]",
			"q=the | in which there is nothing to look for", "q=%21 | in which there is nothing to look for",
			"q=%00 | has a control character", "q=a&q=b | is given 2 times",
			"after=RC-2043-0001 | is no ruling, after which the page could begin",
			"after=RC-2043-0001.1.99999 | is no ruling" })
	void refusesWhatItCannotRead(String query, String reason) {
		Answer answer = get("/api/v1/rulings?" + query);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("detail").asText()).contains(reason);

		Answer page = Caller.browserOf("cro", this.port).get("/committee/rulings?" + query);
		assertThat(page.status()).isEqualTo(400);
		assertThat(unescaped(page.body())).contains("role=\"alert\"", reason).doesNotContain("No ruling matches");
	}

	@Test
	void beginsNowhereAfterARulingThatIsNone() {
		assertThat(get(ALL + "&after=RC-1999-0001.1.1").json().path("items")).isEmpty();
	}

	@Test
	void showsThePrecedentsOnThePage() {
		String page = Caller.browserOf("ciso", this.port).get("/committee/rulings?q=zebra").body();

		assertThat(words(page)).containsSubsequence("Words: zebra; Order: Newest first", this.authority,
				"Zebra crossings", "Safety, shared", "3 Mar 2043", "Medium", "Beyond the owner's right",
				"Chief risk officer", "The decision is not confirmed", "In force", this.appealed,
				"A zebra reads payroll <data>", "2 Mar 2043", "Very high", "Conditions are imposed", "2 conditions",
				"In force", this.appealed, "Steering committee", "2 : 0", "Set aside on appeal", this.upheld,
				"An objection stands", "3 : 1, 1 abstained", "The decision is upheld",
				"Dissent: the CISO's objection was overruled");
		assertThat(page)
			.contains("href=\"/cases/" + this.upheld + "\"", "payroll &lt;data&gt;",
					"<a href=\"/committee/rulings\" aria-current=\"page\">")
			.doesNotContain(this.waiting, "style=", "Older rulings");
	}

	@Test
	void keepsTheChosenFiltersInThePage() {
		String page = Caller.browserOf("auditor", this.port)
			.get("/committee/rulings?q=zebra&category=DATA&level=&sort=OLDEST")
			.body();

		assertThat(page)
			.contains("value=\"zebra\"", "<option value=\"DATA\" selected=\"selected\">Data</option>",
					"<option value=\"OLDEST\" selected=\"selected\">")
			.doesNotContain(this.upheld);
	}

	@Test
	void showsTwentyOnAPage() {
		ReferredCases cases = new ReferredCases(this.jdbc, 2044);
		for (int number = 0; number < 21; number++) {
			String caseId = cases.refer(DAY, "CRO", "AUTHORITY", "Okapi & co", "SAFETY", 3);
			cases.croRules(caseId, "UPHOLD_DECISION", "It is well.", DAY);
			cases.putInForce(caseId, DAY);
		}
		Caller browser = Caller.browserOf("chair", this.port);
		String first = browser.get("/committee/rulings?q=okapi+%26").body();
		String next = unescaped(first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1"));

		String second = browser.get(next).body();

		assertThat(first.split("<th scope=\"row\">")).hasSize(21);
		assertThat(second.split("<th scope=\"row\">")).hasSize(2);
		assertThat(second).contains("value=\"okapi &amp;\"", "first page of all rulings")
			.doesNotContain("rel=\"next\"");
	}

	@Test
	void saysThatNothingMatchesOrFollows() {
		Caller browser = Caller.browserOf("sponsor", this.port);

		assertThat(browser.get("/committee/rulings?q=quagga").body()).contains("No ruling matches.");
		assertThat(browser.get("/committee/rulings?after=RC-1999-0001.1.1").body())
			.contains("There are no more rulings.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "requester", "process-owner", "admin" })
	void isNotForOthers(String user) {
		Caller browser = Caller.browserOf(user, this.port);

		assertThat(browser.get("/committee").status()).isEqualTo(403);
		Answer answer = browser.get("/committee/rulings?level=HUGE");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(unescaped(answer.body())).contains("The committee's pages are for those who rule");
		assertThat(browser.get("/").body()).doesNotContain("href=\"/committee\"");
	}

	private Answer get(String path) {
		return Caller.of("auditor", this.port).get(path);
	}

	private static String words(String page) {
		return unescaped(page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "));
	}

	private static String unescaped(String page) {
		return HtmlUtils.htmlUnescape(page);
	}

}
