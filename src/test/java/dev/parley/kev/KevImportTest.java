package dev.parley.kev;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.TableDigests;
import dev.parley.identity.People;
import dev.parley.kev.ImportReport.AssetReport;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Finding;
import dev.parley.register.Findings;
import dev.parley.submission.StateRefused;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

import static dev.parley.kev.KevFiles.csv;
import static dev.parley.kev.KevFiles.entry;
import static dev.parley.kev.KevFiles.json;
import static dev.parley.kev.KevFiles.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What an import of the catalog comes to. Each test has assets of a vendor of its own.
 */
@Tag("own-engine")
@ParleyTest
@TestPropertySource(properties = "test.database=of its own")
class KevImportTest {

	private static final String PATH = "/api/v1/imports/kev";

	@LocalServerPort
	int port;

	@Autowired
	KevImport imports;

	@Autowired
	Findings findings;

	@Autowired
	CaseSoFar caseSoFar;

	@Autowired
	Stage stage;

	@Autowired
	TaskService tasks;

	@Autowired
	IdentityService identities;

	@Autowired
	TableDigests digests;

	@Autowired
	KevRecords records;

	@Autowired
	TransactionOperations transactions;

	@Autowired
	JdbcClient jdbc;

	@Test
	void opensOneCasePerAssetWithTheMatchingVulnerabilities() {
		asset("K-101", "SHARED", "Abc", "Mail*");
		asset("K-102", "BUSINESS_UNIT", "Abc", "Shop");

		ImportReport report = importRows(row("CVE-2026-1001", "Abc", "Mail Server", "Known"),
				row("CVE-2026-1002", "ABC Inc.", "Mail-Client"), row("CVE-2026-1003", "Abc", "Shop"),
				row("CVE-2026-1004", "Abc", "Printer"));

		assertThat(report.rows()).isEqualTo(4);
		assertThat(report.matched()).isEqualTo(3);
		assertThat(report.notInInventory()).isEqualTo(1);
		assertThat(report.findingsAdded()).isEqualTo(3);
		assertThat(report.casesOpened()).hasSize(2);
		assertThat(report.assets()).extracting(AssetReport::assetId, AssetReport::findingsAdded, AssetReport::outcome)
			.containsExactly(tuple("K-101", 2, "OPENS"), tuple("K-102", 1, "OPENS"));
		String shared = caseOf("K-101");
		assertThat(caseRow(shared)).containsEntry("raised_by", People.SYSTEM)
			.containsEntry("deciding_group", "cio")
			.containsEntry("needed_by", null)
			.containsEntry("title", "Known exploited vulnerabilities of Asset K-101");
		assertThat(caseRow(caseOf("K-102"))).containsEntry("deciding_group", "risk-owner");
		assertThat(this.findings.of(shared)).extracting(Finding::cve, Finding::ransomware, Finding::requiredAction)
			.containsExactly(tuple("CVE-2026-1001", true, "Apply updates"),
					tuple("CVE-2026-1002", false, "Apply updates"));
		assertThat(this.stage.openForms(shared)).containsExactlyInAnyOrder("StateItPosition", "StateSecurityPosition");
		assertThat(notices(caseOf("K-102"))).contains("cio", "risk-owner");
	}

	@Test
	void showsThePastDueDateInFormsAndNeverUsesItAsADeadline() {
		asset("K-111", "SHARED", "Bcd", "*");
		importRows(row("CVE-2026-1101", "Bcd", "One", "Known"));

		String caseId = caseOf("K-111");
		String task = this.stage.task(caseId, "StateItPosition").getId();

		assertThat(String.valueOf(this.tasks.getVariableLocal(task, "caseSoFar"))).contains(
				"One known exploited vulnerability, known to be used in ransomware campaigns.",
				"CVE-2026-1101: A hole, wide (due 2026-01-23, past; used in ransomware campaigns)");
		assertThat(this.tasks.createTaskQuery().taskId(task).singleResult().getDueDate()).isInTheFuture();
		assertThat(this.findings.of(caseId)).allMatch(Finding::past);
	}

	@Test
	void changesNothingWhenRunAgain() {
		asset("K-121", "SHARED", "Cde", "*");
		String[] rows = { row("CVE-2026-1201", "Cde", "One"), row("CVE-2026-1202", "Cde", "Two") };
		importRows(rows);
		Map<String, String> before = this.digests.now();

		ImportReport again = importRows(rows);

		assertThat(this.digests.now()).isEqualTo(before);
		assertThat(again.isNothingNew()).isTrue();
		assertThat(again.findingsKnown()).isEqualTo(2);
		assertThat(again.casesOpened()).isEmpty();
		assertThat(again.assets()).extracting(AssetReport::outcome).containsExactly("NOTHING_NEW");
	}

	@Test
	void writesNothingInADryRun() {
		asset("K-131", "SHARED", "Def", "*");
		Map<String, String> before = this.digests.now();

		ImportReport report = run(csv(row("CVE-2026-1301", "Def", "One")), true);

		assertThat(this.digests.now()).isEqualTo(before);
		assertThat(report.casesToOpen()).isEqualTo(1);
		assertThat(report.casesOpened()).isEmpty();
		assertThat(report.findingsAdded()).isEqualTo(1);
		assertThat(importRows(row("CVE-2026-1301", "Def", "One")).casesOpened()).hasSize(1);
	}

	@Test
	void letsLaterVulnerabilitiesJoinTheOpenCaseAndTellsBothOffices() {
		asset("K-141", "SHARED", "Efg", "*");
		importRows(row("CVE-2026-1401", "Efg", "One"));
		String caseId = caseOf("K-141");

		ImportReport later = importRows(row("CVE-2026-1401", "Efg", "One"), row("CVE-2026-1402", "Efg", "Two"));

		assertThat(later.casesOpened()).isEmpty();
		assertThat(later.casesJoined()).containsExactly(caseId);
		assertThat(later.findingsKnown()).isEqualTo(1);
		assertThat(this.findings.of(caseId)).hasSize(2);
		assertThat(notices(caseId)).contains("cio", "ciso");
		assertThat(String
			.valueOf(this.tasks.getVariableLocal(this.stage.task(caseId, "StateItPosition").getId(), "caseSoFar")))
			.contains("CVE-2026-1402");
	}

	@Test
	void opensAnotherCaseOfTheSameRiskWhenTheFirstIsOver() {
		asset("K-151", "SHARED", "Fgh", "*");
		importRows(row("CVE-2026-1501", "Fgh", "One"));
		String first = caseOf("K-151");
		settle(first);

		ImportReport later = importRows(row("CVE-2026-1501", "Fgh", "One"), row("CVE-2026-1502", "Fgh", "Two"));

		String second = later.casesOpened().get(0);
		assertThat(second).isNotEqualTo(first);
		assertThat(caseRow(second)).containsEntry("risk_id", caseRow(first).get("risk_id"));
		assertThat(this.findings.of(first)).extracting(Finding::cve).containsExactly("CVE-2026-1501");
		assertThat(this.findings.of(second)).extracting(Finding::cve).containsExactly("CVE-2026-1502");
		assertThat(importRows(row("CVE-2026-1503", "Fgh", "Three")).casesJoined()).containsExactly(second);
	}

	@Test
	void opensACaseOfANewRiskWhenTheFirstRiskIsClosed() {
		asset("K-161", "SHARED", "Ghi", "*");
		importRows(row("CVE-2026-1601", "Ghi", "One"));
		String first = caseOf("K-161");
		settle(first);
		assertThat(caller("ciso")
			.post("/api/v1/risks/" + caseRow(first).get("risk_id") + "/closure",
					Map.of("reason", "The asset was replaced."))
			.isOk()).isTrue();

		String second = importRows(row("CVE-2026-1602", "Ghi", "Two")).casesOpened().get(0);

		assertThat(caseRow(second).get("risk_id")).isNotNull().isNotEqualTo(caseRow(first).get("risk_id"));
	}

	@Test
	void joinsACaseThatWaitsForARuling() {
		asset("K-166", "SHARED", "Ghj", "*");
		importRows(row("CVE-2026-1661", "Ghj", "One"));
		String caseId = caseOf("K-166");
		upToAssurance(caseId, 4, 4);
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.objected());
		this.stage.complete("cio", caseId, "SeekAgreement", Stage.answers("outcome", "STAND"));
		this.stage.complete("ciso", caseId, "SeekAgreement", Stage.answers("outcome", "DISAGREEMENT_CONFIRMED"));
		assertThat(caseRow(caseId)).containsEntry("state", "ESCALATED");

		assertThat(importRows(row("CVE-2026-1662", "Ghj", "Two")).casesJoined()).containsExactly(caseId);
	}

	@Test
	void recordsWhatTheCatalogWordsAnewAndKeepsWhatACaseWasDecidedOn() {
		asset("K-171", "SHARED", "Hij", "One");
		asset("K-172", "SHARED", "Hij", "*");
		importRows(row("CVE-2026-1701", "Hij", "One"));
		settle(caseOf("K-171"));

		ImportReport report = importRows(row("CVE-2026-1701", "Hij", "One", "Known"));

		assertThat(report.entriesChanged()).isEqualTo(1);
		assertThat(report.findingsAdded()).isZero();
		assertThat(this.findings.of(caseOf("K-171"))).extracting(Finding::ransomware).containsExactly(false);
		assertThat(this.findings.of(caseOf("K-172"))).extracting(Finding::ransomware, (one) -> one.changedOn() != null)
			.containsExactly(tuple(true, true));
		assertThat(String.valueOf(
				this.tasks.getVariableLocal(this.stage.task(caseOf("K-172"), "StateItPosition").getId(), "caseSoFar")))
			.contains("used in ransomware campaigns)");
	}

	@Test
	void leavesOutAnAssetThatNobodyCouldDecideOnUntilSomebodyCan() {
		asset("K-181", "BUSINESS_UNIT", "Ijk", "*");
		asset("K-182", "SHARED", "Ijk", "*");
		this.identities.deleteMembership("risk-owner", "risk-owner");
		try {
			ImportReport report = importRows(row("CVE-2026-1801", "Ijk", "One"));

			assertThat(report.assets()).extracting(AssetReport::assetId, AssetReport::outcome)
				.containsExactly(tuple("K-181", "NOBODY_DECIDES"), tuple("K-182", "OPENS"));
			assertThat(report.assets().get(0).message())
				.startsWith("Nobody could decide: the office Risk owner has no member.");
		}
		finally {
			this.identities.createMembership("risk-owner", "risk-owner");
		}
		assertThat(importRows(row("CVE-2026-1801", "Ijk", "One")).casesOpened()).containsExactly(caseOf("K-181"));
	}

	@Test
	void opensNoCaseTwiceWhenImportsMeet() throws Exception {
		asset("K-191", "SHARED", "Jkl", "*");
		ExecutorService nodes = Executors.newFixedThreadPool(4);
		try {
			List<Future<Integer>> opened = IntStream.range(0, 4)
				.mapToObj((node) -> nodes.submit(this::casesOpenedUnlessAnotherImportIsUnderWay))
				.toList();
			int cases = 0;
			for (Future<Integer> one : opened) {
				cases += one.get();
			}
			assertThat(cases).isEqualTo(1);
		}
		finally {
			nodes.shutdown();
		}
		Map<String, String> before = this.digests.now();
		assertThat(importRows(row("CVE-2026-1901", "Jkl", "One")).isNothingNew()).isTrue();
		assertThat(this.digests.now()).isEqualTo(before);
	}

	private int casesOpenedUnlessAnotherImportIsUnderWay() {
		try {
			return importRows(row("CVE-2026-1901", "Jkl", "One")).casesOpened().size();
		}
		catch (StateRefused ex) {
			assertThat(ex).hasMessage("Another import is under way. Try again in a minute.");
			return 0;
		}
	}

	@Test
	void tellsTheSecondImportThatAnotherIsUnderWay() {
		asset("K-196", "SHARED", "Jkm", "*");
		byte[] file = bytes(csv(row("CVE-2026-1961", "Jkm", "One")));
		Caller browser = Caller.browserOf("ciso", this.port);
		String token = browser.formToken("/imports/kev");

		List<Answer> answers = this.transactions.execute((status) -> {
			this.records.takeTurn();
			return List.of(caller("ciso").raw(PATH, "text/csv", file), caller("ciso").raw(PATH, "text/csv", file),
					browser.file("/imports/kev", Map.of("_csrf", token, "dryRun", "false"), "kev.csv", file));
		});

		assertThat(answers).extracting(Answer::status).containsExactly(409, 409, 409);
		assertThat(answers).extracting(Answer::body)
			.allMatch((body) -> body.contains("Another import is under way. Try again in a minute."));
		assertThat(caller("ciso").raw(PATH, "text/csv", file).json().path("casesOpened")).hasSize(1);
	}

	@Test
	void saysThatADecisionWasTakenWithoutLaterFindings() {
		asset("K-198", "SHARED", "Jkn", "*");
		importRows(row("CVE-2026-1981", "Jkn", "One"));
		String caseId = caseOf("K-198");
		importRows(row("CVE-2026-1982", "Jkn", "Two"));
		upToAssurance(caseId, 1, 2);

		assertThat(importRows(row("CVE-2026-1983", "Jkn", "Three"), row("CVE-2026-1984", "Jkn", "Four")).casesJoined())
			.containsExactly(caseId);
		importRows(row("CVE-2026-1985", "Jkn", "Five"));

		assertThat(textsFor("cio", caseId)).contains(
				"One vulnerability of Asset K-198 joined case %s: CVE-2026-1982.".formatted(caseId),
				"2 vulnerabilities of Asset K-198 joined case %s after its decision: CVE-2026-1983, CVE-2026-1984. The decision was taken without these findings. Weigh whether it still holds."
					.formatted(caseId),
				"One vulnerability of Asset K-198 joined case %s after its decision: CVE-2026-1985. The decision was taken without this finding. Weigh whether it still holds."
					.formatted(caseId));
	}

	@Test
	void keepsForeignTextFromBecomingMarkupOnThePageOfTheCase() {
		asset("K-201", "SHARED", "Klm", "*");
		importRows(row("CVE-2026-2001", "Klm", "One").replace("Apply updates", "<script>alert(1)</script>")
			.replace("https://example.org", "{{caseSoFar.title}} ${7*7} [[${7*7}]]"));

		String page = Caller.browserOf("ciso", this.port).get("/cases/" + caseOf("K-201")).body();

		assertThat(page)
			.contains("&lt;script&gt;alert(1)&lt;/script&gt;", "{{caseSoFar.title}} ${7*7} [[${7*7}]]", "Past")
			.doesNotContain("<script>alert");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/csv", "text/csv; charset=utf-8", "application/octet-stream" })
	void takesATableAsTheBody(String type) {
		Answer answer = caller("ciso").raw(PATH + "?dryRun=true", type, bytes(csv(row("CVE-2026-2101"))));

		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		JsonNode report = answer.json();
		assertThat(report.path("dryRun").asBoolean()).isTrue();
		assertThat(report.path("format").asText()).isEqualTo("CSV");
		assertThat(report.path("rows").asInt()).isEqualTo(1);
		assertThat(report.path("notInInventory").asInt()).isEqualTo(1);
	}

	@Test
	void takesJsonAsTheBodyAndAFileOfAForm() {
		byte[] json = bytes(json(2, entry("CVE-2026-2201"), "17"));

		Answer body = caller("admin").raw(PATH + "?dryRun=true", "application/json", json);
		Answer form = caller("admin").file(PATH, Map.of("dryRun", "true"), "kev.json", json);

		assertThat(body.json().path("format").asText()).isEqualTo("JSON");
		assertThat(body.json().path("faults").path(0).path("row").asInt()).isEqualTo(2);
		assertThat(body.json().path("faults").path(0).path("message").asText()).isEqualTo("The entry is no object.");
		assertThat(form.json()).isEqualTo(body.json());
	}

	@ParameterizedTest
	@CsvSource({ "text/plain, 415", "application/xml, 415", "nonsense, 415", "text/csv, 400", "application/json, 400" })
	void refusesOtherBodiesWithASentence(String type, int status) {
		Answer answer = caller("ciso").raw(PATH, type, bytes("cveID;product"));

		assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
		assertThat(answer.json().path("detail").asText()).isNotBlank();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "dryrun=true | There is no parameter dryrun here. The address takes dryRun.",
					"dryRun=true&user=x | There is no parameter user here.", "dryRun=true&=x | cannot be read",
					"dryRun=true&dryRun=true | The parameter dryRun is given 2 times. Give it once." })
	void refusesParametersThatItDoesNotKnow(String query, String reason) {
		asset("K-" + query.hashCode(), "SHARED", "Nop", "*");
		byte[] file = bytes(csv(row("CVE-2026-2251", "Nop", "One")));
		Map<String, String> before = this.digests.now();

		for (Answer answer : List.of(caller("ciso").raw(PATH + "?" + query, "text/csv", file),
				caller("ciso").file(PATH + "?" + query, Map.of("other", "1"), "kev.csv", file))) {
			assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
			assertThat(answer.json().path("detail").asText()).contains(reason);
		}
		assertThat(this.digests.now()).isEqualTo(before);
	}

	@Test
	void refusesAFormWithoutFileAndABrokenForm() {
		Answer without = caller("ciso").raw(PATH, "multipart/form-data; boundary=x",
				bytes("--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n--x--\r\n"));
		Answer broken = caller("ciso").raw(PATH, "multipart/form-data; boundary=x", bytes("--x\r\nContent-Disp"));

		assertThat(without.status()).isEqualTo(400);
		assertThat(without.json().path("detail").asText()).contains("its part \"file\"");
		assertThat(broken.status()).as(broken.toString()).isEqualTo(400);
	}

	@Test
	void refusesAHugeFileWithASentenceHoweverItComes() {
		byte[] huge = bytes("x".repeat(CatalogTooLarge.MOST_BYTES + 1));

		for (Answer answer : List.of(caller("ciso").raw(PATH, "text/csv", huge),
				caller("ciso").raw(PATH, "text/csv", bytes("x".repeat(CatalogTooLarge.MOST_BYTES + 200_000))),
				caller("ciso").file(PATH, Map.of(), "huge.csv", huge))) {
			assertThat(answer.status()).as(answer.request()).isEqualTo(413);
			assertThat(answer.json().path("detail").asText()).contains("larger than 20 MB");
		}
		Caller browser = Caller.browserOf("ciso", this.port);
		Answer page = browser.file("/imports/kev", Map.of("_csrf", browser.formToken("/imports/kev")), "huge.csv",
				bytes("x".repeat(CatalogTooLarge.MOST_BYTES + 200_000)));
		assertThat(page.status()).isEqualTo(413);
		assertThat(page.body()).contains("That was too large");
	}

	@Test
	void opensToTheOfficesThatImportOnly() {
		Stream.of("requester", "cio", "risk-owner", "member1", "cro", "auditor", "process-owner").forEach((user) -> {
			assertThat(caller(user).raw(PATH + "?dryRun=true", "text/csv", bytes(csv(row("CVE-2026-2301")))).status())
				.as(user)
				.isEqualTo(403);
			Caller browser = Caller.browserOf(user, this.port);
			Answer page = browser.get("/imports/kev");
			assertThat(page.status()).as(user).isEqualTo(403);
			assertThat(page.body()).contains("Not allowed for you");
			assertThat(browser.get("/").body()).doesNotContain("/imports/kev");
			assertThat(browser
				.file("/imports/kev", Map.of("_csrf", browser.formToken("/")), "kev.csv",
						bytes(csv(row("CVE-2026-2301"))))
				.status()).as(user).isEqualTo(403);
		});
		assertThat(Caller.nobody(this.port).raw(PATH, "text/csv", bytes(csv(row("CVE-2026-2301")))).status())
			.isEqualTo(401);
		assertThat(Caller.browserOf("ciso", this.port).get("/").body()).contains("/imports/kev");
	}

	@Test
	void showsThePastImportsToNobodyElseThoughAFormIsBroken() {
		Answer requester = brokenForm(Caller.browserOf("requester", this.port));
		Answer ciso = brokenForm(Caller.browserOf("ciso", this.port));

		assertThat(requester.status()).isEqualTo(403);
		assertThat(requester.body()).contains("Not allowed for you").doesNotContain("cannot be read");
		assertThat(ciso.status()).isEqualTo(400);
		assertThat(ciso.body()).contains("The upload cannot be read");
	}

	private static Answer brokenForm(Caller browser) {
		return browser.send("POST", "/imports/kev", "x", "Content-Type", "multipart/form-data", "X-CSRF-TOKEN",
				browser.formToken("/"));
	}

	@Test
	void worksOnThePageWithoutScripts() {
		asset("K-241", "SHARED", "Opq", "*");
		Caller browser = Caller.browserOf("ciso", this.port);
		String token = browser.formToken("/imports/kev");
		byte[] file = bytes(csv(row("CVE-2026-2401", "Opq", "One"), "CVE-1,<b>x</b>,,,,,,,,,"));

		String dryRun = browser.file("/imports/kev", Map.of("_csrf", token, "dryRun", "true"), "kev.csv", file).body();
		String real = browser.file("/imports/kev", Map.of("_csrf", token, "dryRun", "false"), "<i>kev</i>.csv", file)
			.body();
		Answer broken = browser.file("/imports/kev", Map.of("_csrf", token), "kev.csv", bytes("no catalog"));
		Answer none = browser.file("/imports/kev", Map.of("_csrf", token), "", new byte[0]);

		assertThat(dryRun).contains("Dry run: nothing was written", "Import for real",
				"&quot;CVE-1&quot; is no CVE id");
		assertThat(real).contains("/cases/" + caseOf("K-241"), "CISO (ciso)", "i&gt;.csv").doesNotContain("<i>");
		assertThat(broken.status()).isEqualTo(400);
		assertThat(broken.body()).contains("does not name the columns");
		assertThat(none.body()).contains("No file was chosen.");
	}

	@Test
	void importsTheSampleOfTheDemo() throws IOException {
		try (InputStream sample = KevImport.class.getResourceAsStream("/demo/kev-sample.csv")) {
			ImportReport report = this.imports.run(Objects.requireNonNull(sample), "kev-sample.csv", "ciso", true);

			assertThat(report.faults()).isEmpty();
			assertThat(report.rows()).isEqualTo(19);
			assertThat(report.notInInventory()).isEqualTo(2);
			assertThat(report.assets()).extracting(AssetReport::assetId).contains("A-002", "A-003", "A-009");
		}
	}

	@Test
	void importsTheFullCatalogOnceAndForAll() throws IOException {
		Assumptions.assumeTrue(Files.exists(CatalogReaderTest.FULL_CATALOG));
		byte[] catalog = Files.readAllBytes(CatalogReaderTest.FULL_CATALOG);

		ImportReport first = this.imports.run(new ByteArrayInputStream(catalog), "kev.csv", "ciso", false);
		Map<String, String> before = this.digests.now();
		ImportReport second = this.imports.run(new ByteArrayInputStream(catalog), "kev.csv", "admin", false);

		assertThat(first.rows()).isEqualTo(1404);
		assertThat(first.casesOpened()).hasSize(11).doesNotHaveDuplicates();
		assertThat(first.assets()).hasSize(11).allMatch((asset) -> asset.findingsAdded() > 0);
		assertThat(second.isNothingNew()).isTrue();
		assertThat(this.digests.now()).isEqualTo(before);
	}

	private void settle(String caseId) {
		upToAssurance(caseId, 1, 2);
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		assertThat(caseRow(caseId)).containsEntry("state", "SETTLED");
	}

	private void upToAssurance(String caseId, int likelihood, int impact) {
		this.stage.complete("cio", caseId, "StateItPosition", Stage.itPosition(likelihood, impact));
		this.stage.complete("ciso", caseId, "StateSecurityPosition", Stage.securityPosition(likelihood, impact));
		if (this.stage.openForms(caseId).contains("RaiseChallenge")) {
			this.stage.complete("ciso", caseId, "RaiseChallenge", Stage.nothingToAsk());
		}
		this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate());
	}

	private ImportReport importRows(String... rows) {
		return run(csv(rows), false);
	}

	private ImportReport run(String file, boolean dryRun) {
		return this.imports.run(new ByteArrayInputStream(bytes(file)), "kev.csv", "ciso", dryRun);
	}

	private void asset(String id, String assetClass, String vendor, String product) {
		this.jdbc.sql("insert into asset (asset_id, name, asset_class) values (?, ?, ?)")
			.params(id, "Asset " + id, assetClass)
			.update();
		this.jdbc.sql("insert into asset_product (asset_id, vendor, product) values (?, ?, ?)")
			.params(id, vendor, product)
			.update();
	}

	/** The newest case of an asset. */
	private String caseOf(String assetId) {
		return this.jdbc
			.sql("select case_id from risk_case where asset_id = ? order by opened_at desc, case_id desc limit 1")
			.param(assetId)
			.query(String.class)
			.single();
	}

	private Map<String, Object> caseRow(String caseId) {
		return this.jdbc.sql("select * from risk_case where case_id = ?").param(caseId).query().singleRow();
	}

	private List<String> notices(String caseId) {
		return this.jdbc.sql("select recipient from notice where case_id = ? and to_group")
			.param(caseId)
			.query(String.class)
			.list();
	}

	private List<String> textsFor(String group, String caseId) {
		return this.jdbc.sql("select text from notice where case_id = ? and recipient = ? and to_group")
			.params(caseId, group)
			.query(String.class)
			.list();
	}

	private Caller caller(String user) {
		return Caller.of(user, this.port);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
