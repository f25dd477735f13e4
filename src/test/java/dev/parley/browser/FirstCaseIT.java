package dev.parley.browser;

import dev.parley.ParleyTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A first case, from the requester's start page to the settled decision, in a browser.
 */
@ParleyTest
class FirstCaseIT {

	private static final String TITLE = "VPN appliance without patch <b>SA-2026</b>";

	static Browser browser;

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	@BeforeAll
	static void openBrowser() {
		browser = new Browser();
	}

	@AfterAll
	static void closeBrowser() {
		browser.close();
	}

	@Test
	void settlesACaseAsRequesterCioAndCiso() {
		try (Participant requester = signIn("requester")) {
			raise(requester);
		}
		try (Participant cio = signIn("cio")) {
			cio.open("State IT position", TITLE)
				.choose("likelihood", 1)
				.choose("impact", 2)
				.choose("residualLikelihood", 1)
				.choose("residualImpact", 1)
				.fill("reasoning", "The appliance is reachable from two offices only.")
				.screenshot("state-it-position")
				.complete();
		}
		try (Participant ciso = signIn("ciso")) {
			ciso.open("State security position", TITLE)
				.choose("likelihood", 1)
				.choose("impact", 2)
				.choose("residualLikelihood", 1)
				.choose("residualImpact", 1)
				.fill("threat", "Ransomware groups that scan for the hole")
				.fill("reasoning", "An exploit is public, the exposure is small.")
				.screenshot("state-security-position")
				.complete();
		}
		try (Participant cio = signIn("cio-deputy")) {
			decide(cio);
		}
		try (Participant ciso = signIn("ciso")) {
			assure(ciso);
		}
		assertThat(this.jdbc.sql("""
				select c.state || ' ' || c.route || ' ' || d.treatment || ' ' || d.state || ' ' || a.outcome
				  from risk_case c
				  join decision d using (case_id)
				  join assurance a on a.case_id = d.case_id and a.decision = d.number
				 where c.title = ?""").param(TITLE).query(String.class).single())
			.isEqualTo("SETTLED FAST_LANE MITIGATE IN_FORCE ASSURED");
	}

	private void raise(Participant requester) {
		requester.screenshot("start-page-empty")
			.raiseRisk()
			.fill("title", TITLE)
			.fill("scenario", "An attacker enters through the appliance and encrypts the file servers.")
			.select("category", "Availability – a service is down")
			.fill("benefit", "People can work from home.")
			.screenshot("raise-risk")
			.start();
		requester.open("Identify asset", TITLE)
			.select("assetId", "Remote access VPN (Shared, decided by CIO)")
			.screenshot("identify-asset")
			.complete();
	}

	private static void decide(Participant cio) {
		cio.screenshot("start-page-cio")
			.open("Decide risk", TITLE)
			.choose("treatment", 1)
			.fill("rationale", "Patching costs a night, an outage costs a week.")
			.date("reviewOn", "30/06/2027")
			.check("ownership");
		cio.completeRefused("Mitigate needs one action");
		cio.fill("action1", "Patch the appliance")
			.select("action1Owner", "CIO (office)")
			.date("action1Due", "15/01/2027")
			.screenshot("decide-risk")
			.complete();
	}

	private static void assure(Participant ciso) {
		ciso.open("Give assurance", TITLE)
			.check("informed")
			.check("defensible")
			.fill("opinion", "The decision rests on tested facts.")
			.choose("outcome", 1)
			.screenshot("give-assurance")
			.complete();
	}

	private Participant signIn(String user) {
		return Participant.signIn(browser, "http://localhost:" + this.port + "/", user);
	}

}
