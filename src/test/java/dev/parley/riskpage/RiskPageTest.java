package dev.parley.riskpage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
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

/** What the page of a risk says to whom. */
@ParleyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RiskPageTest {

	private static final Pattern CHANGING = Pattern.compile("name=\"_csrf\" value=\"[^\"]+\"");

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	private final Map<String, Caller> browsers = new HashMap<>();

	RegisterRisks risks;

	String exempt = "";

	@BeforeAll
	void fill() {
		this.risks = new RegisterRisks(this.jdbc, 2055);
		this.exempt = this.risks.add("Exempt <i>ibis</i>", "DATA", "A-003", 4, 4, 4);
		this.risks.act(this.exempt, "RAISE", "requester");
		this.risks.decide(this.exempt, "EXEMPT", LocalDate.now(this.clock).plusDays(60));
		this.risks.outdate(this.exempt, "LEVEL");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cio", "ciso", "auditor", "cio-deputy", "cro" })
	void showsAllOfItToThoseWhoReadItsCase(String user) {
		Answer page = get(user, "/risks/" + this.exempt);

		assertThat(words(page.body())).containsSubsequence(this.exempt, "Exempt <i>ibis</i>", "Open", "High",
				"Above tolerance", "Exemption in force", "Decision in force", "Exempt", "Outdated.",
				"Changed in detail: LEVEL", "Zebra rationale", this.exempt.replace("R-", "EX-"), "In force",
				"Deviates from", "The rule on patches", "Covers", "Remote access VPN (A-003)", "Owner of the controls",
				"CIO (office)", "Approved by", "Chief risk officer (cro), CRO", "Level at that time", "High",
				"Original end", "Renewal", "Models and rules", "RiskDecision 1", "ExemptionLimits 1", "Attested words",
				"Verification:", "Checked words", "Requested", "Likelihood 4, impact 4", "Thought by IT",
				"Thought by SECURITY", RegisterRisks.caseOf(this.exempt), "Settled");
		assertThat(page.body()).contains("Exempt &lt;i&gt;ibis", "<path class=\"went\" d=\"M 90 42 H 630\">")
			.doesNotContain("<i>ibis", "style=");
	}

	@Test
	void showsWhoRaisedItNoWordOfWhatOthersSaid() {
		String page = words(get("requester", "/risks/" + this.exempt).body());

		assertThat(page).contains("Exempt", "Exemption in force", "Outdated.", "Last day", "Decided by", "High")
			.doesNotContain("Zebra rationale", "Thought by", "ikelihood", "The rule on patches", "Attested words",
					"Changed in detail", "Positions");
	}

	@ParameterizedTest
	@ValueSource(strings = { "risk-owner", "member1", "sponsor", "admin", "process-owner" })
	void answersOthersAsIfThereWereNoSuchRisk(String user) {
		Answer page = get(user, "/risks/" + this.exempt);
		assertThat(page.status()).isEqualTo(404);
		assertThat(same(page)).isEqualTo(same(get(user, "/risks/R-1998-0001")));
	}

	@ParameterizedTest
	@CsvSource({ "cio, StateItPosition, ciso", "ciso, StateSecurityPosition, cio",
			"ciso, StateSecurityPosition, requester" })
	void isTheSameBeforeAndAfterTheOtherSideHasStatedItsPosition(String author, String form, String reader) {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		String address = "/risks/" + riskOf(caseId);
		String before = same(get(reader, address));

		this.stage.complete(author, caseId, form,
				author.equals("cio") ? Stage.itPosition(5, 5) : Stage.securityPosition(5, 5));

		assertThat(before).contains("asks both sides for their positions", "Not rated yet");
		assertThat(same(get(reader, address))).isEqualTo(before);
	}

	@Test
	void keepsADecisionThatEndedToThoseWhoMayOpenItsCase() {
		String riskId = this.risks.add("Ended ibis", "DATA", "A-009", 4, 4, 4);
		this.risks.decide(riskId, "EXEMPT", LocalDate.now(this.clock).minusDays(1));
		this.risks.outdate(riskId, "LEVEL");
		this.risks.end(riskId, "EXEMPTION_ENDED");
		this.risks.openCase(riskId, RegisterRisks.caseOf(riskId) + "0", "timestamptz '2051-02-01 12:00Z'");
		this.jdbc.sql("insert into case_act (case_id, duty, user_id, acted_at) values (?, 'RAISE', 'requester', now())")
			.param(RegisterRisks.caseOf(riskId) + "0")
			.update();

		assertThat(words(get("risk-owner", "/risks/" + riskId).body()))
			.contains("Latest decision", "its exemption ended", "Exemption expired", "Expired", "Last day")
			.doesNotContain("Next attestation", "Next review", "Outdated.");
		assertThat(words(get("requester", "/risks/" + riskId).body())).contains("No decision is in force.")
			.doesNotContain("its exemption ended", "EX-2055", RegisterRisks.caseOf(riskId) + " ");
		assertThat(api("risk-owner", riskId)).contains(
				"\"decision\":{\"treatment\":\"EXEMPT\",\"inForce\":false,\"ruledBy\":null}",
				"\"state\":\"EXPIRED\",\"endsOn\"", "\"outdated\":[]");
		assertThat(api("requester", riskId)).contains("\"decision\":null,\"exemption\":null");
	}

	@Test
	void showsARatingThatBelongsToNoCase() {
		String riskId = this.risks.addUnrated("Measured ibis", "DATA", "A-003", 4, 4, 4);
		this.risks.rate(riskId, "APPETITE", null);

		assertThat(words(get("ciso", "/risks/" + riskId).body())).contains("Level over time", "Risk appetite changed")
			.doesNotContain("Thought by");
	}

	@Test
	void tellsSystemsOfTheExemptionAndOfWhatOutdatesIt() {
		assertThat(api("requester", this.exempt)).contains("\"inForce\":true",
				"\"exemption\":{\"exemptionId\":\"%s\",\"state\":\"IN_FORCE\",\"endsOn\":\"%s\"}"
					.formatted(this.exempt.replace("R-", "EX-"), LocalDate.now(this.clock).plusDays(60)),
				"\"outdated\":[\"LEVEL\"]");
	}

	@Test
	void tellsOfAnExemptionThatIsSuspendedThatItIsNotInForce() {
		String riskId = this.risks.add("Suspended ibis", "DATA", "A-003", 4, 4, 4);
		this.risks.decide(riskId, "EXEMPT", LocalDate.now(this.clock).plusDays(60));
		this.jdbc.sql("update exemption set state = 'SUSPENDED', attest_on = ? where risk_id = ?")
			.params(LocalDate.now(this.clock).minusDays(2), riskId)
			.update();

		assertThat(words(get("cio", "/risks/" + riskId).body())).contains("Latest decision", "Suspended at present")
			.doesNotContain("Decision in force", "Next attestation");
		assertThat(api("cio", riskId)).contains("\"inForce\":false", "\"state\":\"SUSPENDED\"",
				"\"unacceptableState\":\"NO_DECISION\"");
	}

	@Test
	void namesTheCaseThatCanBeWithdrawn() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);

		assertThat(words(get("requester", "/risks/" + riskOf(caseId)).body())).contains("Withdraw the case " + caseId);
		assertThat(words(get("requester", "/cases/" + caseId).body())).contains("Withdraw the case ")
			.doesNotContain("Withdraw the case " + caseId);
	}

	@Test
	void belongsToTheRegister() {
		assertThat(get("cio", "/risks/" + this.exempt).body())
			.containsPattern("href=\"/register\"[^>]*aria-current=\"page\"");
	}

	@Test
	void showsActionsAndWhatCanBeDone() {
		String caseId = this.stage.upToAssurance(4, 4);
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		String page = words(get("ciso", "/risks/" + riskOf(caseId)).body());

		assertThat(page).containsSubsequence("In treatment", "Confirm that the risk is gone",
				"Restate the security position", "Mitigate", "Patch the appliance", "CIO (office)", "Not reported yet",
				"Options compared", "Patch now");
		assertThat(get("ciso", "/cases/" + caseId).body()).contains("href=\"/risks/" + riskOf(caseId) + "\"");
	}

	private String api(String user, String riskId) {
		return Caller.of(user, this.port).get("/api/v1/risks/" + riskId).body();
	}

	private Answer get(String user, String path) {
		return this.browsers.computeIfAbsent(user, (name) -> Caller.browserOf(name, this.port)).get(path);
	}

	private String riskOf(String caseId) {
		return this.jdbc.sql("select risk_id from risk_case where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
	}

	private static String same(Answer page) {
		return CHANGING.matcher(page.body()).replaceAll("").replaceAll("(?s)<dt>Time</dt>.*?</dd>", "");
	}

	private static String words(String page) {
		return HtmlUtils.htmlUnescape(page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "));
	}

}
