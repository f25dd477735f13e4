package dev.parley.riskpage;

import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.ReferredCases;
import dev.parley.identity.DemoUsers;
import dev.parley.identity.DemoUsers.DemoUser;
import dev.parley.identity.People;
import dev.parley.register.CaseReader;
import dev.parley.register.CaseSight;
import dev.parley.register.CaseSights;
import dev.parley.register.RiskFilter;
import dev.parley.submission.Submission;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of the register, its heat map and its export. All of these name an okapi. */
@ParleyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterTest {

	private static final String SHARED = "A-003";

	private static final String UNIT = "A-009";

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	RegisterRows rows;

	@Autowired
	CaseSights sights;

	@Autowired
	People people;

	@Autowired
	DemoUsers users;

	@Autowired
	Clock clock;

	private final Map<String, Caller> browsers = new HashMap<>();

	RegisterRisks risks;

	String mitigated = "";

	String accepted = "";

	String exempt = "";

	String undecided = "";

	String closed = "";

	String formula = "";

	@BeforeAll
	void fill() {
		this.risks = new RegisterRisks(this.jdbc, 2051);
		LocalDate today = LocalDate.now(this.clock);
		this.mitigated = this.risks.add("Okapi in the server-room", "DATA", SHARED, 4, 4, 4);
		this.risks.decide(this.mitigated, "MITIGATE", today.plusDays(10));
		this.accepted = this.risks.add("Accepted okapi", "AVAILABILITY", UNIT, 4, 4, 4);
		this.risks.decide(this.accepted, "ACCEPT", today.plusDays(30));
		this.risks.outdate(this.accepted, "OWNER");
		this.exempt = this.risks.add("Exempt okapi", "DATA", SHARED, 5, 5, 5);
		this.risks.decide(this.exempt, "EXEMPT", today.plusDays(60));
		this.undecided = this.risks.add("Undecided okapi", "SAFETY", SHARED, 4, 5, 5);
		this.risks.act(this.undecided, "RAISE", "requester");
		this.closed = this.risks.add("Closed okapi", "DATA", SHARED, 1, 1, 1);
		this.risks.set(this.closed, "state", "CLOSED");
		this.formula = this.risks.add("=HYPERLINK(\"okapi\",1)<b>", "DATA", UNIT, 2, 2, 2);
	}

	@Test
	void showsWhatIsDecidedUntilWhen() {
		LocalDate today = LocalDate.now(this.clock);

		String page = words(get("ciso", "/register?q=okapi").body());

		assertThat(page).containsSubsequence("6 risks", this.formula, this.closed, "Closed", this.undecided,
				"Very high", "Above capacity", "No decision", "None in force", this.exempt, "Exemption in force",
				"Exempt, in force", "Last day " + said(today.plusDays(60)), this.accepted, "Owner: Risk owner",
				"Accepted above tolerance", "Accept", "Review " + said(today.plusDays(30)), "Outdated", "another owner",
				this.mitigated, "Owner: CIO", "In treatment", "Mitigate");
	}

	@ParameterizedTest
	@CsvSource({ "state=OPEN, 5", "state=CLOSED, 1", "unacceptableState=IN_TREATMENT, 1",
			"unacceptableState=EXEMPTION_IN_FORCE, 1", "unacceptableState=ACCEPTED_ABOVE_TOLERANCE, 1",
			"unacceptableState=NO_DECISION, 1", "unacceptableState=EXEMPTION_EXPIRED, 0", "level=VERY_HIGH, 2",
			"band=ABOVE_TOLERANCE, 2", "category=DATA, 4", "assetId=A-009, 2", "assetId=nothing, 0", "owner=cio, 4",
			"owner=risk-owner, 2", "expiring=29, 0", "expiring=30, 1", "expiring=60, 2", "outdated=true, 1",
			"likelihood=4&impact=4, 2", "likelihood=4&impact=4&owner=cio, 1", "sort=TITLE&level=, 6" })
	void filtersOnThePageInTheApiAndInTheExport(String filter, int found) {
		assertThat(listed(get("ciso", "/register?q=okapi&" + filter).body())).hasSize(found);
		assertThat(csv("ciso", "q=okapi&" + filter)).hasSize(found);
		if (!filter.contains("sort")) {
			assertThat(get("ciso", "/api/v1/risks?q=okapi&" + filter).json().path("items")).hasSize(found);
		}
	}

	@ParameterizedTest
	@CsvSource({ "okap, 6", "OKAPI+server, 1", "server-room+okapi, 1", "44228+okapi, 6", "cve-2051+okapi, 6",
			"%C5%82%C3%B3d%C5%BA+okapi, 6", "kapi, 0", "okapi+%27%3B+drop+table+risk+--, 0",
			"okapi+%26+%7C+%21+%3A*+%28, 6", "okapi+%27%27+%5C, 6", "%3Cb%3E+okapi, 1" })
	void findsWordsByTheirBeginning(String words, int found) {
		assertThat(listed(get("ciso", "/register?q=" + words).body())).hasSize(found);
	}

	@Test
	void findsARiskByItsId() {
		assertThat(listed(get("ciso", "/register?q=" + this.exempt.toLowerCase(Locale.ROOT)).body()))
			.containsExactly(this.exempt);
	}

	@ParameterizedTest
	@EnumSource(RiskSort.class)
	void pagesInEveryOrderWithoutLossOrRepetition(RiskSort sort) {
		CaseReader reader = reader("ciso");
		RiskFilter filter = RiskFilter.read(new Submission(Map.of("q", "okapi")));
		List<String> whole = ids(this.rows.page(filter, sort, null, 100, reader));
		List<String> walked = new ArrayList<>();
		RiskKey after = null;
		for (List<ListedRisk> page = this.rows.page(filter, sort, after, 1, reader); !page.isEmpty(); page = this.rows
			.page(filter, sort, after, 1, reader)) {
			walked.addAll(ids(page));
			after = RiskKey.read(page.get(0).key().toString(), sort);
		}

		assertThat(walked).isEqualTo(whole).hasSize(6).doesNotHaveDuplicates();
		assertThat(whole).isEqualTo(switch (sort) {
			case NEWEST ->
				List.of(this.formula, this.closed, this.undecided, this.exempt, this.accepted, this.mitigated);
			case OLDEST ->
				List.of(this.mitigated, this.accepted, this.exempt, this.undecided, this.closed, this.formula);
			case HIGHEST ->
				List.of(this.undecided, this.exempt, this.accepted, this.mitigated, this.formula, this.closed);
			case LOWEST ->
				List.of(this.closed, this.formula, this.mitigated, this.accepted, this.exempt, this.undecided);
			case SOONEST ->
				List.of(this.mitigated, this.accepted, this.exempt, this.undecided, this.closed, this.formula);
			case LATEST ->
				List.of(this.exempt, this.accepted, this.mitigated, this.formula, this.closed, this.undecided);
			case TITLE, TITLE_BACKWARDS -> byTitle(sort == RiskSort.TITLE_BACKWARDS);
		});
	}

	private List<String> byTitle(boolean backwards) {
		return this.jdbc
			.sql("select risk_id from risk where title ilike '%okapi%' order by lower(left(title, 60)) "
					+ (backwards ? "desc" : ""))
			.query(String.class)
			.list();
	}

	@Test
	void followsTheLinkToTheNextPageWithItsFilters() {
		RegisterRisks many = new RegisterRisks(this.jdbc, 2052);
		for (int number = 0; number < 27; number++) {
			many.add("Quagga & co", "DATA", SHARED, 3, 3, 3);
		}
		String first = get("ciso", "/register?q=quagga+%26&sort=HIGHEST").body();
		String next = HtmlUtils.htmlUnescape(first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1"));
		String second = get("ciso", next).body();

		assertThat(listed(first)).hasSize(25).doesNotContainAnyElementsOf(listed(second));
		assertThat(listed(second)).hasSize(2);
		assertThat(second).contains("27 risks", "value=\"quagga &amp;\"", "Back to the first page")
			.doesNotContain("rel=\"next\"");
	}

	@Test
	void asksTheDatabaseAsOftenForManyRisksAsForFew() {
		RegisterRisks many = new RegisterRisks(this.jdbc, 2053);
		many.add("Tapir", "DATA", SHARED, 3, 3, 3);
		get("ciso", "/register?q=tapir");
		long few = statements(() -> get("ciso", "/register?q=tapir"));
		for (int number = 0; number < 20; number++) {
			String riskId = many.add("Tapir", "DATA", SHARED, 3, 3, 3);
			many.decide(riskId, "EXEMPT", LocalDate.now(this.clock));
			many.outdate(riskId, "LEVEL");
		}

		assertThat(statements(() -> get("ciso", "/register?q=tapir"))).isEqualTo(few).isPositive();
	}

	@Test
	void countsOpenRisksByLikelihoodAndImpactUnderTheOtherFilters() {
		String page = get("ciso", "/register?q=okapi&likelihood=4&impact=4").body();

		assertThat(words(page)).contains("The list shows likelihood 4, impact 4.")
			.containsSubsequence("5 Almost certain", "1 risk, level Very high", "4 Likely", "2 risks, level High",
					"1 risk, level Very high", "2 Unlikely", "1 risk, level Low");
		assertThat(HtmlUtils.htmlUnescape(page)).contains("href=\"/register?impact=5&likelihood=5&q=okapi&state=OPEN\"",
				"aria-current=\"true\"", "href=\"/register?q=okapi\"",
				"<input type=\"hidden\" name=\"likelihood\" value=\"4\">");
		assertThat(listed(page)).containsExactly(this.accepted, this.mitigated);
		assertThat(words(get("ciso", "/register?q=okapi&owner=cio").body())).contains("1 risk, level High");
	}

	@Test
	void leadsFromACellToAsManyRisksAsItCounts() {
		this.risks.add("Open numbat", "DATA", SHARED, 3, 2, 2);
		this.risks.set(this.risks.add("Closed numbat", "DATA", SHARED, 3, 2, 2), "state", "CLOSED");
		String page = HtmlUtils.htmlUnescape(get("ciso", "/register?q=numbat").body());
		Matcher cell = Pattern.compile("class=\"heat-cell [^>]*><a href=\"([^\"]+)\"><strong>(\\d+)<").matcher(page);

		assertThat(cell.find()).isTrue();
		assertThat(cell.group(2)).isEqualTo("1");
		assertThat(listed(get("ciso", cell.group(1)).body())).hasSize(1);
		assertThat(cell.find()).isFalse();
	}

	@Test
	void showsNoScoreToThoseWhoReadNoWordOfTheCase() {
		assertThat(listed(get("requester", "/register?q=okapi").body())).containsExactly(this.undecided);
		assertThat(get("requester", "/register?q=okapi").body()).doesNotContain("heat-title");
		assertThat(listed(get("requester", "/register?q=okapi&likelihood=4&impact=5").body())).isEmpty();
		assertThat(get("requester", "/api/v1/risks?q=okapi&likelihood=4&impact=5").json().path("items")).isEmpty();
	}

	@Test
	void showsNoScoreOfACaseThatTheReaderDoesNotRead() {
		String riskId = this.risks.add("Moved quokka", "DATA", UNIT, 3, 3, 3);
		assertThat(words(get("risk-owner", "/register?q=quokka").body())).contains("1 risk, level Medium");

		this.risks.set(riskId, "asset_id", SHARED);
		this.risks.openCase(riskId, RegisterRisks.caseOf(riskId) + "0", "timestamptz '2051-02-01 12:00Z'");
		this.risks.rate(riskId, "POSITIONS", RegisterRisks.caseOf(riskId) + "0");

		String page = get("risk-owner", "/register?q=quokka").body();
		assertThat(listed(page)).containsExactly(riskId);
		assertThat(page).doesNotContain("heat-title");
		assertThat(listed(get("risk-owner", "/register?q=quokka&likelihood=3&impact=3").body())).isEmpty();
		assertThat(words(get("cio", "/register?q=quokka").body())).contains("1 risk, level Medium");
	}

	@Test
	void showsEachReaderTheRisksWhoseCasesThatPersonMayOpen() {
		String referred = new ReferredCases(this.jdbc, 2054).refer(Instant.parse("2054-03-01T10:00:00Z"), "CRO",
				"AUTHORITY", "Referred toucan", "DATA", 4);
		this.risks.rate(referred.replace("RC-", "R-"), "POSITIONS", referred);
		List<Map<String, Object>> cases = this.jdbc.sql("select case_id, risk_id from risk_case").query().listOfRows();
		Map<String, String> rated = new HashMap<>();
		this.jdbc.sql("select risk_id, case_id from risk_rating where case_id is not null order by risk_id, number")
			.query((row) -> {
				rated.put(row.getString("risk_id"), row.getString("case_id"));
			});
		String ratedRisks = "select r.risk_id from risk r where r.risk_id in (select risk_id from risk_rating)";
		for (DemoUser user : this.users.all()) {
			Set<String> open = new TreeSet<>();
			Set<String> read = new TreeSet<>();
			for (Map<String, Object> row : cases) {
				CaseSight sight = this.sights.of((String) row.get("case_id"), user.id()).orElse(null);
				if (sight != null && row.get("risk_id") != null) {
					open.add((String) row.get("risk_id"));
				}
				if (sight != null && sight.isWhole() && row.get("case_id").equals(rated.get(row.get("risk_id")))) {
					read.add((String) row.get("risk_id"));
				}
			}
			CaseReader reader = reader(user.id());
			assertThat(new TreeSet<>(ids(this.rows.page(RiskFilter.NONE, RiskSort.NEWEST, null, 1000, reader))))
				.as(user.id())
				.isEqualTo(open);
			assertThat(new TreeSet<>(this.jdbc.sql(ratedRisks + " and " + reader.readsRisk())
				.params(reader.parameters())
				.query(String.class)
				.list())).as(user.id()).isEqualTo(read);
		}
		assertThat(listed(get("chair", "/register?q=toucan").body())).containsExactly(referred.replace("RC-", "R-"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "process-owner", "admin" })
	void isNotForThoseWhoTakeNoPart(String user) {
		Answer answer = get(user, "/register?level=HUGE");

		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("The register is for those who take part in cases");
		assertThat(get(user, "/register.csv").status()).isEqualTo(403);
		assertThat(get(user, "/").body()).doesNotContain("href=\"/register\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "requester", "cio", "risk-owner", "member1", "auditor" })
	void isAPlaceToGoForThoseWhoTakePart(String user) {
		assertThat(get(user, "/").body()).contains("href=\"/register\"");
		assertThat(get(user, "/register").body()).contains("aria-current=\"page\"");
	}

	@Test
	void exportsCellsThatNoProgramTakesForAFormula() {
		Answer answer = get("ciso", "/register.csv?q=okapi&sort=OLDEST");
		List<CSVRecord> records = csv("ciso", "q=okapi&sort=OLDEST");

		assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
		assertThat(answer.header("Content-Disposition"))
			.isEqualTo("attachment; filename=\"register-%s.csv\"".formatted(LocalDate.now(this.clock)));
		assertThat(answer.body()).startsWith("\uFEFFRisk,Title,State").contains("\r\n");
		assertThat(records.get(5).get("Title")).isEqualTo("'=HYPERLINK(\"okapi\",1)<b>");
		assertThat(records.get(2).get("Last day")).isEqualTo(LocalDate.now(this.clock).plusDays(60).toString());
		assertThat(records.get(2).get("Exemption state")).isEqualTo("In force");
		assertThat(records.get(1).get("Outdated by")).isEqualTo("another owner");
		assertThat(records.get(1).get("Raised on")).isEqualTo("2051-01-01");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\ta", "\r", "  =1", "＝1" })
	void makesEachBeginningOfAFormulaHarmless(String cell) {
		assertThat(RegisterCsv.harmless(cell)).isEqualTo("'" + cell);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			a;=1      | a;'=1
			a; @b;-1  | a;' @b;'-1
			=1;+1     | '=1;'+1
			""", delimiter = '|')
	void makesAFormulaHarmlessWhereCellsArePartedBySemicolons(String cell, String written) {
		assertThat(RegisterCsv.harmless(cell)).isEqualTo(written);
	}

	@Test
	void makesAFormulaHarmlessOnEachLineOfACell() {
		assertThat(RegisterCsv.harmless("a\n=1\tb\t+1")).isEqualTo("a\n'=1\tb\t'+1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a=1", "a; b=1", "a,=1", "R-2026-0001", "2026-11-22", "'=1" })
	void leavesOtherCellsAsTheyAre(String cell) {
		assertThat(RegisterCsv.harmless(cell)).isEqualTo(cell);
	}

	@Test
	void showsWhatWasEnteredAsText() {
		String page = get("ciso", "/register?q=okapi+%3Cb%3E").body();

		assertThat(page).contains("=HYPERLINK(&quot;okapi&quot;,1)&lt;b&gt;", "value=\"okapi &lt;b&gt;\"")
			.doesNotContain("1)<b>", "style=", "<script>");
	}

	@Test
	void saysWhyThereIsNothingToShow() {
		assertThat(get("ciso", "/register?q=dodo").body()).contains("No risk matches.", "Clear all filters");
		assertThat(get("sponsor", "/register?q=&state=").body()).satisfiesAnyOf(
				(page) -> assertThat(page).contains("There is no risk so far of which you may open a case."),
				(page) -> assertThat(listed(page)).isNotEmpty());
		assertThat(get("ciso", "/register?after=R-1999-0001").body()).contains("There are no more risks.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "level=HUGE | Level (level) must be one of VERY_LOW", "state=open | State",
					"owner=ciso | Owner (owner) must be one of cio, risk-owner, not \"ciso\".",
					"expiring=soon | Days until it expires (expiring) must be a whole number",
					"expiring=9999 | it goes from 0 to 366", "outdated=yes | Outdated (outdated) must be true",
					"likelihood=3 | are asked for together", "likelihood=6&impact=1 | it goes from 1 to 5",
					"q=%21 | in which there is no word to look for", "q=%00 | has a control character",
					"colour=red | does not ask for: [colour]", "q=a&q=b | is given 2 times",
					"sort=UP | Order (sort) must be one of NEWEST" })
	void refusesWhatItCannotRead(String query, String reason) {
		Answer page = get("ciso", "/register?" + query);
		Answer export = get("ciso", "/register.csv?" + query);

		assertThat(List.of(page.status(), export.status())).containsOnly(400);
		assertThat(HtmlUtils.htmlUnescape(page.body())).contains("role=\"alert\"", reason)
			.doesNotContain("No risk matches");
		assertThat(HtmlUtils.htmlUnescape(export.body())).contains(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "after=x", "after=4~R-2051-0001", "sort=HIGHEST&after=R-2051-0001",
			"sort=HIGHEST&after=6~R-2051-0001", "sort=SOONEST&after=2026-02-31~R-2051-0001",
			"sort=LATEST&after=infinity~R-2051-0001", "sort=TITLE&after=a~R-2051" })
	void refusesAPlaceThatTheListDoesNotHave(String query) {
		Answer page = get("ciso", "/register?" + query);

		assertThat(page.status()).isEqualTo(400);
		assertThat(HtmlUtils.htmlUnescape(page.body())).contains("is no place in this list");
	}

	@Test
	void answersAScriptWithThePageWhateverWasEntered() {
		Answer answer = browser("ciso").send("GET", "/register?q=%21", null, "HX-Request", "true");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).contains("in which there is no word to look for");
	}

	private static long statements(Runnable action) {
		Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
		ListAppender<ILoggingEvent> heard = new ListAppender<>();
		heard.start();
		Level before = log.getLevel();
		log.addAppender(heard);
		log.setLevel(Level.DEBUG);
		log.setAdditive(false);
		try {
			action.run();
		}
		finally {
			log.setAdditive(true);
			log.setLevel(before);
			log.detachAppender(heard);
		}
		return heard.list.stream().filter((event) -> event.getMessage().startsWith("Executing prepared SQL")).count();
	}

	private CaseReader reader(String user) {
		return new CaseReader(user, this.people.groupsOf(user));
	}

	private static List<String> ids(List<ListedRisk> risks) {
		return risks.stream().map(ListedRisk::riskId).toList();
	}

	private List<CSVRecord> csv(String user, String query) {
		try {
			String body = get(user, "/register.csv?" + query).body();
			return CSVFormat.RFC4180.builder()
				.setHeader()
				.setSkipHeaderRecord(true)
				.get()
				.parse(new StringReader(body.substring(1)))
				.getRecords();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private Answer get(String user, String path) {
		return path.startsWith("/api") ? Caller.of(user, this.port).get(path) : browser(user).get(path);
	}

	private Caller browser(String user) {
		return this.browsers.computeIfAbsent(user, (name) -> Caller.browserOf(name, this.port));
	}

	/** The ids of the risks in the list of a page, in order. */
	private static List<String> listed(String page) {
		Matcher link = Pattern.compile("<th scope=\"row\"><a href=\"/risks/([^\"]+)\"").matcher(page);
		return link.results().map((found) -> found.group(1)).toList();
	}

	private static String said(LocalDate day) {
		return Objects.requireNonNull(new Days(Clock.systemUTC()).day(day));
	}

	private static String words(String page) {
		return HtmlUtils.htmlUnescape(Arrays.stream(page.split("<[^>]*>"))
			.map(String::strip)
			.collect(Collectors.joining(" "))
			.replaceAll("\\s+", " "));
	}

}
