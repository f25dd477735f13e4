package dev.parley.browser;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The life of an exemption in a browser, as those who decide it, attest it, verify it and
 * review it work on it, until it expires and another case has to decide.
 */
@ParleyTest
class ExemptionIT {

	private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private static final String CONTROLS = "Only known laptops reach it, and all that passes is recorded.";

	private static final String RECORDS = "https://records.example.org/vpn";

	private static final String ADVICE = "The new appliance is on site. Do not renew it.";

	private static final int EXEMPT = 5;

	private static final int LET_EXPIRE = 3;

	static Browser browser;

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@BeforeAll
	static void openBrowser() {
		browser = new Browser();
	}

	@AfterAll
	static void closeBrowser() {
		browser.close();
	}

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void livesUntilItExpiresAndAnotherCaseDecides() {
		String caseId = this.stage.upToDecision(4, 4);
		LocalDate granted = LocalDate.now(this.clock);
		LocalDate end = granted.plusDays(150);

		decide(caseId, granted.plusDays(367), end);
		assure(caseId);
		confirm(caseId);
		assertRisk(caseId, "Exemption in force");

		comes(caseId, granted.plusDays(92), "CatchEvent_AttestationDue");
		attest(caseId);
		verify(caseId);
		assertRisk(caseId, "Exemption in force");

		comes(caseId, end.minusDays(45), "CatchEvent_ReviewDue");
		review(caseId);
		assertRisk(caseId, "Exemption in force");

		comes(caseId, end.plusDays(1), "StartEvent_LastDayOver");
		assertRisk(caseId, "Exemption expired");
		takeUpAnew(caseId);
	}

	private void decide(String caseId, LocalDate tooLate, LocalDate end) {
		try (Participant cio = signIn("cio")) {
			cio.openFromCase("Decide risk", caseId).choose("treatment", EXEMPT);
			assertThat(form(cio)).containsText("At the level High an exemption may last until");
			cio.fill("rationale", "The new appliance takes half a year.")
				.fill("deviatesFrom", "Software without support is removed.")
				.fill("compensatingControls", CONTROLS)
				.select("controlsOwner", "Deputy CIO, cio-deputy")
				.fill("alsoCovers", "A-004")
				.date("endsOn", TYPED.format(tooLate));
			cio.fill("option1", "Keep it, watched")
				.select("option1Residual", "High")
				.fill("option1Benefit", "People work from home")
				.fill("option1Cost", "A known hole");
			cio.fill("option2", "Switch it off")
				.select("option2Residual", "Very low")
				.fill("option2Benefit", "No hole")
				.fill("option2Cost", "Nobody works from home");
			cio.date("reviewOn", TYPED.format(end)).check("ownership");
			cio.completeRefused("Ends on (endsOn) is %s; at the level High the last day is".formatted(tooLate));
			cio.date("endsOn", TYPED.format(end)).screenshot("decide-risk-exempt").complete();
		}
	}

	private void assure(String caseId) {
		try (Participant ciso = signIn("ciso")) {
			ciso.openFromCase("Give assurance", caseId);
			assertThat(form(ciso)).containsText(CONTROLS);
			ciso.check("informed").check("defensible").fill("opinion", "It ends, and it is watched.");
			ciso.choose("outcome", 1).complete();
		}
	}

	private void confirm(String caseId) {
		this.stage.plead(caseId);
		this.stage.vote(caseId, "UPHOLD_DECISION", "UPHOLD_DECISION", "UPHOLD_DECISION", "UPHOLD_DECISION", "ABSTAIN",
				"UPHOLD_DECISION");
		try (Participant member = signIn("member7")) {
			member.open("Cast vote", caseId);
			assertThat(form(member)).containsText(CONTROLS);
			member.choose("vote", 1).complete();
		}
		this.stage.acknowledge(caseId);
	}

	private void attest(String caseId) {
		try (Participant owner = signIn("cio-deputy")) {
			owner.openFromCase("Attest controls", caseId);
			assertThat(form(owner)).containsText(CONTROLS);
			assertThat(form(owner)).containsText("approved by Steering committee");
			owner.completeRefused("Controls that are not in place (inPlace) need a remark");
			owner.check("inPlace").fill("evidenceLink", RECORDS).screenshot("attest-controls").complete();
		}
	}

	private void verify(String caseId) {
		try (Participant ciso = signIn("ciso")) {
			ciso.openFromCase("Verify attestation", caseId);
			assertThat(form(ciso)).containsText(RECORDS);
			ciso.choose("outcome", 2).completeRefused("Reasoning (reasoning) is missing.");
			ciso.choose("outcome", 1).screenshot("verify-attestation").complete();
		}
	}

	private void review(String caseId) {
		try (Participant ciso = signIn("ciso"); Participant cio = signIn("cio")) {
			ciso.openFromCase("Review exemption", caseId);
			assertThat(ciso.field("rationale")).hasCount(0);
			ciso.fill("advice", ADVICE).screenshot("review-exemption-ciso").complete();

			cio.openFromCase("Review exemption", caseId);
			assertThat(form(cio)).containsText(ADVICE);
			assertThat(form(cio)).containsText("Confirmed, by CISO (ciso)");
			assertThat(cio.field("advice")).hasCount(0);
			cio.choose("outcome", LET_EXPIRE).screenshot("review-exemption-owner").complete();
		}
	}

	/** The case that Parley opened tells why, and begins with the positions. */
	private void takeUpAnew(String caseId) {
		String opened = this.jdbc.sql("""
				select later.case_id from risk_case earlier join risk_case later using (risk_id)
				 where earlier.case_id = ? and later.case_id <> earlier.case_id""")
			.param(caseId)
			.query(String.class)
			.single();
		try (Participant cio = signIn("cio")) {
			cio.openFromCase("State IT position", opened);
			assertThat(form(cio)).containsText("has expired: its last day was");
			cio.screenshot("case-after-expiry");
		}
	}

	/** The register and the page of the risk tell in which state the risk is. */
	private void assertRisk(String caseId, String state) {
		String riskId = this.jdbc.sql("select risk_id from risk_case where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single();
		try (Participant auditor = signIn("auditor")) {
			auditor.page().navigate(home() + "register?q=" + riskId);
			Locator row = auditor.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(riskId));
			assertThat(row).containsText(state);
			row.getByRole(AriaRole.LINK).first().click();
			assertThat(auditor.page().locator(".case-head .badges")).containsText(state);
			auditor.screenshot("risk-" + state.toLowerCase(Locale.ROOT).replace(' ', '-'));
		}
	}

	/** A day comes, and with it what was to happen on it. */
	private void comes(String caseId, LocalDate day, String event) {
		ClockUtil.setCurrentTime(Date.from(day.atTime(9, 0).atZone(this.clock.getZone()).toInstant()));
		this.stage.fireTimer(caseId, event);
	}

	private static Locator form(Participant participant) {
		return participant.page().locator(".fjs-form").first();
	}

	private String home() {
		return "http://localhost:" + this.port + "/";
	}

	private Participant signIn(String user) {
		return Participant.signIn(browser, home(), user);
	}

}
