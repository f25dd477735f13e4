package dev.parley.browser;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Arbitration in a browser, as both sides, the committee and those above it work on it.
 */
@ParleyTest
class ArbitrationIT {

	private static final String OWNERS_PLEA = "An outage in the season costs more than the hole.";

	private static final String SECURITYS_PLEA = "The hole is being used against others today.";

	private static final String OPINION = "Go on, but watch it.";

	private static final String CONDITION = "Watch the appliance at night | ciso | 2027-03-01";

	private static final int UPHOLD_DECISION = 1;

	private static final int UPHOLD_OBJECTION = 2;

	private static final int IMPOSE_CONDITIONS = 3;

	static Browser browser;

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@BeforeAll
	static void openBrowser() {
		browser = new Browser();
	}

	@AfterAll
	static void closeBrowser() {
		browser.close();
	}

	@Test
	void rulesOnAnObjectionThatStandsByTheVotesOfTheCommittee() {
		String caseId = this.stage.upToAgreement();
		try (Participant cio = signIn("cio"); Participant ciso = signIn("ciso")) {
			disagree(caseId, cio, ciso);
			plead(caseId, cio, ciso);
			vote(caseId);
			acknowledge(caseId, cio, ciso);
		}
		try (Participant auditor = signIn("auditor")) {
			readRuling(caseId, auditor);
			findRuling(caseId, auditor);
		}
	}

	@Test
	void takesAnAppealToTheChiefRiskOfficerWhoseRulingIsFinal() {
		String caseId = this.stage.upToVotes();
		this.stage.vote(caseId, "UPHOLD_DECISION", "UPHOLD_DECISION", "UPHOLD_DECISION", "UPHOLD_DECISION", "ABSTAIN",
				"UPHOLD_OBJECTION", "UPHOLD_OBJECTION");
		try (Participant ciso = signIn("ciso"); Participant cro = signIn("cro")) {
			ciso.open("Acknowledge ruling", caseId)
				.check("appeal")
				.fill("grounds", "The committee did not know of the new attacks.")
				.screenshot("appeal")
				.complete();

			cro.open("Rule on referral", caseId);
			assertThat(form(cro)).containsText("The committee did not know of the new attacks.");
			cro.choose("ruling", UPHOLD_DECISION)
				.fill("reasons", "The new attacks need access that nobody has here.")
				.screenshot("rule-on-referral")
				.complete();

			ciso.open("Acknowledge ruling", caseId);
			assertThat(form(ciso)).containsText("The new attacks need access that nobody has here.");
			assertThat(ciso.field("remark")).isVisible();
			assertThat(ciso.field("appeal")).hasCount(0);
			ciso.screenshot("acknowledge-ruling-of-the-cro").complete();
		}
		this.stage.completeOf("cio", caseId, "AcknowledgeRuling", Stage.answers());
		try (Participant auditor = signIn("auditor")) {
			openCase(auditor, caseId);
			assertThat(arbitration(auditor)).containsText("The new attacks need access that nobody has here.");
			auditor.screenshot("case-page-appeal");
		}
	}

	@Test
	void seatsACommitteeThatTheSponsorEndorses() {
		try (Participant chair = signIn("chair")) {
			openComposition(chair);
			chair.page().getByText("Propose a composition").click();
			chair.page().getByLabel("Alternate chair").selectOption("member6");
			label(chair, "Function of member 1").fill("Research");
			chair.screenshot("composition-propose");
			button(chair, "Propose").click();
			assertThat(chair.page().getByRole(AriaRole.STATUS)).containsText("is proposed");
			assertThat(region(chair, "Proposed")).containsText("Research");
			assertThat(region(chair, "In force")).not().containsText("Research");
		}
		try (Participant sponsor = signIn("sponsor")) {
			openComposition(sponsor);
			sponsor.screenshot("composition-proposed");
			button(sponsor, "Endorse").click();
			assertThat(region(sponsor, "In force")).containsText("Research");
			assertThat(region(sponsor, "Proposed")).containsText("No proposal waits");
			sponsor.screenshot("composition-endorsed");
		}
	}

	private static void disagree(String caseId, Participant cio, Participant ciso) {
		cio.open("Seek agreement", caseId).choose("outcome", 1).complete();
		ciso.open("Seek agreement", caseId).choose("outcome", 2).complete();
	}

	private static void plead(String caseId, Participant cio, Participant ciso) {
		ciso.open("Plead case", caseId)
			.fill("plea", SECURITYS_PLEA)
			.fill("wouldAccept", "A patch within a week, and somebody who watches.")
			.screenshot("plead-case")
			.complete();
		cio.open("Plead case", caseId);
		assertThat(form(cio)).containsText("The measure comes too late.");
		assertThat(form(cio)).not().containsText(SECURITYS_PLEA);
		cio.fill("plea", OWNERS_PLEA).complete();
	}

	private void vote(String caseId) {
		try (Participant chair = signIn("chair")) {
			String before = agenda(chair, caseId);
			try (Participant member = signIn("member1")) {
				ballot(member, caseId, IMPOSE_CONDITIONS).fill("conditions", "Watch it | ciso");
				assertThat(form(member)).containsText(OWNERS_PLEA);
				assertThat(form(member)).containsText(SECURITYS_PLEA);
				member.completeRefused("line 1, \"Watch it | ciso\": It needs 3 parts divided by |, not 2.");
				member.screenshot("cast-vote-refused")
					.fill("conditions", CONDITION)
					.fill("comment", OPINION)
					.complete();
			}
			declareConflict(caseId);
			imposeConditions("member2", caseId, CONDITION);
			imposeConditions("member3", caseId, CONDITION);
			imposeConditions("member4", caseId, "Patch it in the first quiet night | cio | 2027-02-01");
			castVote("member5", caseId, UPHOLD_OBJECTION);
			assertThat(agenda(chair, caseId)).isEqualTo(before).contains("The committee votes");
			chair.screenshot("agenda");
			castVote("member6", caseId, UPHOLD_DECISION);
			assertThat(agenda(chair, caseId)).contains("The ruling waits to be acknowledged");
		}
	}

	private void declareConflict(String caseId) {
		try (Participant member = signIn("member7")) {
			member.open("Cast vote", caseId).check("conflict");
			assertThat(member.field("comment")).isVisible();
			assertThat(member.page().locator("[id*='-Field_vote-']")).hasCount(0);
			member.fill("recusalReason", "The appliance is run by my own team.")
				.screenshot("cast-vote-conflict")
				.complete();
		}
	}

	private void imposeConditions(String user, String caseId, String condition) {
		try (Participant member = signIn(user)) {
			ballot(member, caseId, IMPOSE_CONDITIONS).fill("conditions", condition).screenshot("cast-vote").complete();
		}
	}

	private void castVote(String user, String caseId, int vote) {
		try (Participant member = signIn(user)) {
			ballot(member, caseId, vote).complete();
		}
	}

	private static Participant ballot(Participant member, String caseId, int vote) {
		return member.open("Cast vote", caseId).choose("vote", vote);
	}

	private static void acknowledge(String caseId, Participant cio, Participant ciso) {
		ciso.open("Acknowledge ruling", caseId);
		assertThat(ciso.field("appeal")).isVisible();
		for (String told : List.of("Conditions are imposed", "4 of 6 votes", OPINION,
				"The appliance is run by my own team.", OWNERS_PLEA, "Patch it in the first quiet night")) {
			assertThat(form(ciso)).containsText(told);
		}
		ciso.screenshot("acknowledge-ruling").complete();
		cio.open("Acknowledge ruling", caseId).fill("remark", "The night is in the calendar.").complete();
	}

	private void readRuling(String caseId, Participant auditor) {
		openCase(auditor, caseId);
		assertThat(arbitration(auditor)).containsText("Conditions are imposed. In force.");
		assertThat(arbitration(auditor)).containsText(OPINION);
		Locator actions = auditor.page()
			.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Actions").setExact(true));
		assertThat(actions).containsText("Watch the appliance at night Imposed by a ruling CISO (office) 1 Mar 2027");
		assertThat(actions).containsText("Patch it in the first quiet night");
		auditor.screenshot("case-page-ruling");
	}

	private void findRuling(String caseId, Participant auditor) {
		Page page = auditor.page();
		page.navigate(home() + "committee/rulings");
		label(auditor, "Words").fill("unpatched \"watch it\"");
		label(auditor, "Outcome").selectOption("Conditions are imposed");
		button(auditor, "Search").click();
		Locator rows = region(auditor, "Past rulings").getByRole(AriaRole.ROW)
			.filter(new Locator.FilterOptions().setHasText(caseId));
		assertThat(rows).containsText("Conditions are imposed");
		auditor.screenshot("rulings");
		label(auditor, "Outcome").selectOption("The decision is upheld");
		button(auditor, "Search").click();
		assertThat(region(auditor, "Past rulings")).containsText("No ruling matches");
	}

	/** What the agenda tells of a case. */
	private String agenda(Participant chair, String caseId) {
		chair.page().navigate(home() + "committee");
		Locator row = chair.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(caseId));
		return row.innerText();
	}

	private void openCase(Participant participant, String caseId) {
		participant.page().navigate(home() + "cases/" + caseId);
		assertThat(participant.page().locator("#diagram-RiskDecision[data-drawn=true]")).isVisible();
	}

	private void openComposition(Participant participant) {
		participant.page().navigate(home() + "committee/composition");
	}

	private static Locator arbitration(Participant participant) {
		return participant.page().locator(".part.arbitration");
	}

	private static Locator form(Participant participant) {
		return participant.page().locator(".fjs-form").first();
	}

	private static Locator region(Participant participant, String name) {
		return participant.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private static Locator button(Participant participant, String name) {
		return participant.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private static Locator label(Participant participant, String label) {
		return participant.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
	}

	private String home() {
		return "http://localhost:" + this.port + "/";
	}

	private Participant signIn(String user) {
		return Participant.signIn(browser, home(), user);
	}

}
