package dev.parley.browser;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Contested cases, worked on in a browser by both sides. */
@ParleyTest
class ContestedCaseIT {

	static Browser browser;

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

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
	void settlesWithDissentAfterTwoRoundsOfQuestions() {
		String caseId = this.stage.upToChallenge(3, 3);
		try (Participant ciso = signIn("ciso")) {
			ciso.open("Raise challenge", caseId).completeRefused("Ask at least one question");
			ciso.fill("questions", "Who patches the appliance?\nWho watches it at night?")
				.screenshot("raise-challenge")
				.complete();
		}
		try (Participant cio = signIn("cio")) {
			answer(cio, caseId, "The operations team, in the first week of each month.", "answer-question");
			answer(cio, caseId, "Nobody so far.", "answer-question-2");
		}
		try (Participant ciso = signIn("ciso")) {
			ciso.open("Judge answers", caseId)
				.checkLabel("1. Who patches the appliance?")
				.choose("outcome", 4)
				.fill("furtherQuestions", "What would watching it at night cost?")
				.screenshot("judge-answers")
				.complete();
		}
		try (Participant cio = signIn("cio-deputy")) {
			answer(cio, caseId, "One person more.", "answer-question-3");
		}
		try (Participant ciso = signIn("ciso-deputy")) {
			ciso.open("Judge answers", caseId).choose("outcome", 3).screenshot("judge-answers-last-round").complete();
		}
		try (Participant cio = signIn("cio")) {
			decide(cio, caseId);
		}
		try (Participant ciso = signIn("ciso")) {
			object(ciso, caseId);
		}
		assertThat(state(caseId)).isEqualTo("SETTLED_WITH_DISSENT IN_FORCE OBJECTED");
	}

	@Test
	void escalatesAnObjectionAboveToleranceThatStands() {
		String caseId = this.stage.upToDecision(4, 4);
		try (Participant cio = signIn("cio")) {
			decide(cio, caseId);
		}
		try (Participant ciso = signIn("ciso")) {
			object(ciso, caseId);
		}
		try (Participant cio = signIn("cio")) {
			cio.open("Seek agreement", caseId).choose("outcome", 1).screenshot("seek-agreement-owner").complete();
		}
		try (Participant ciso = signIn("ciso")) {
			ciso.open("Seek agreement", caseId).choose("outcome", 2).screenshot("seek-agreement-ciso").complete();
		}
		assertThat(state(caseId)).isEqualTo("ESCALATED DECIDED OBJECTED");
		assertThat(this.jdbc.sql("select sent_to || ' ' || reason from referral where case_id = ?")
			.param(caseId)
			.query(String.class)
			.single()).isEqualTo("COMMITTEE CONFLICT");
	}

	private static void answer(Participant cio, String caseId, String answer, String picture) {
		cio.open("Answer question", caseId).fill("answer", answer).screenshot(picture).complete();
	}

	private static void decide(Participant cio, String caseId) {
		cio.open("Decide risk", caseId)
			.choose("treatment", 1)
			.fill("rationale", "Patching costs a night, an outage costs a week.")
			.date("reviewOn", "30/06/2027")
			.check("ownership")
			.fill("option1", "Patch now")
			.fill("option1Benefit", "Closes the hole")
			.fill("option1Cost", "A night")
			.select("option1Residual", "Very low")
			.fill("option2", "Wait")
			.fill("option2Benefit", "No outage")
			.fill("option2Cost", "Exposure")
			.select("option2Residual", "Medium")
			.fill("action1", "Patch the appliance")
			.select("action1Owner", "CIO (office)")
			.date("action1Due", "15/01/2027")
			.screenshot("decide-contested-risk")
			.complete();
	}

	private static void object(Participant ciso, String caseId) {
		ciso.open("Give assurance", caseId)
			.check("informed")
			.fill("opinion", "The hole stays open for two months.")
			.choose("outcome", 2)
			.screenshot("object")
			.complete();
	}

	private String state(String caseId) {
		return this.jdbc.sql("""
				select c.state || ' ' || d.state || ' ' || a.outcome
				  from risk_case c
				  join decision d using (case_id)
				  join assurance a on a.case_id = d.case_id and a.decision = d.number
				 where c.case_id = ?""").param(caseId).query(String.class).single();
	}

	private Participant signIn(String user) {
		return Participant.signIn(browser, "http://localhost:" + this.port + "/", user);
	}

}
