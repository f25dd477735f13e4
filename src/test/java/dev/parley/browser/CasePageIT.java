package dev.parley.browser;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The page of a case in a browser: its diagrams are drawn, marked, moved and printed. */
@ParleyTest
class CasePageIT {

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
	void drawsTheDiagramsWithTheCurrentStepMarked() {
		String caseId = this.stage.upToDecision(4, 3);
		try (Participant cio = signIn("cio")) {
			List<String> complaints = complaints(cio.page());

			open(cio, caseId);

			assertThat(element(cio, "RiskDecision", "CallActivity_CioDecision")).hasClass(marked("active"));
			assertThat(element(cio, "RiskDecision", "CallActivity_RiskIntake")).hasClass(marked("passed"));
			assertThat(element(cio, "CioDecision", "UserTask_DecideRisk")).hasClass(marked("active"));
			assertThat(element(cio, "CioDecision", "UserTask_GiveAssurance")).not().hasClass(marked("active"));
			assertThat(cio.page().locator("#diagram-CioDecision .bjs-powered-by")).isVisible();
			assertThat(complaints).isEmpty();
			cio.screenshot("case-page");
		}
	}

	@Test
	void drawsBeforeBothPositionsAreInTheOtherSidesStepAsVeiled() {
		String caseId = this.stage.raiseOn(Stage.SHARED_ASSET);
		this.stage.complete("ciso", caseId, "StateSecurityPosition", Stage.securityPosition(2, 2));
		try (Participant cio = signIn("cio")) {
			open(cio, caseId);

			assertThat(element(cio, "RiskIntake", "UserTask_StateItPosition")).hasClass(marked("active"));
			assertThat(element(cio, "RiskIntake", "UserTask_StateSecurityPosition")).hasClass(marked("veiled"));
			assertThat(cio.page().locator("#diagram-RiskIntake .step-active, #diagram-RiskIntake .step-passed"))
				.hasCount(1);
		}
	}

	@Test
	void drawsAnEndedCaseWithoutAMark() {
		String caseId = this.stage.upToDecision(1, 1);
		this.stage.complete("cio", caseId, "DecideRisk", Stage.mitigate());
		this.stage.complete("ciso", caseId, "GiveAssurance", Stage.assured());
		try (Participant requester = signIn("requester")) {
			open(requester, caseId);
			requester.page().getByText("Decide and give assurance").first().click();

			assertThat(element(requester, "CioDecision", "EndEvent_DecisionInForce")).hasClass(marked("passed"));
			assertThat(element(requester, "RiskDecision", "EndEvent_RiskSettled")).hasClass(marked("passed"));
			assertThat(
					requester.page().locator("#diagram-RiskDecision .step-active, #diagram-CioDecision .step-active"))
				.hasCount(0);
		}
	}

	@Test
	void movesAndZoomsByKeyboardAndByButton() {
		String caseId = this.stage.raise();
		try (Participant requester = signIn("requester")) {
			open(requester, caseId);
			Locator picture = requester.page().locator("#diagram-RiskIntake svg[role=img]");
			picture.focus();
			String start = transform(requester);

			picture.press("ArrowRight");
			String moved = transform(requester);
			picture.press("+");
			String zoomed = transform(requester);
			requester.page().locator("#diagram-RiskIntake [data-zoom=fit]").click();

			assertThat(List.of(start, moved, zoomed)).doesNotHaveDuplicates();
			assertThat(transform(requester)).isEqualTo(start);
			assertThat(picture).hasAccessibleDescription(Pattern.compile("Identify asset.*Due.*"));
		}
	}

	@Test
	void printsTheWholeDiagram() {
		String caseId = this.stage.raise();
		try (Participant requester = signIn("requester")) {
			open(requester, caseId);
			Page page = requester.page();
			String start = transform(requester);
			page.evaluate("addEventListener('afterprint', () => { window.printed = true; })");
			page.evaluate("addEventListener('beforeprint', () => { window.frame = document"
					+ ".querySelector('#diagram-RiskIntake svg[role=img]').getAttribute('viewBox'); })");

			assertThat(page.pdf()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));

			page.waitForFunction("window.printed");
			assertThat(page.evaluate("window.frame")).asString().matches("-?\\d+(\\.\\d+)?( -?\\d+(\\.\\d+)?){3}");
			assertThat(transform(requester)).isEqualTo(start);
		}
	}

	@Test
	void isWhereTheSignInLeads() {
		String caseId = this.stage.raise();
		Page page = browser.visitor(1360, 1000);
		page.navigate("http://localhost:" + this.port + "/cases/" + caseId);
		page.evaluate("(address) => fetch(address, { headers: { 'X-Requested-With': 'XMLHttpRequest' } })",
				"/cases/" + caseId + "/diagrams/RiskIntake");

		page.getByLabel("User name").fill("requester");
		page.getByLabel("Password").fill("parley");
		page.locator("button[type=submit]").click();

		assertThat(page.locator("h1")).hasText("Unpatched remote access");
		assertThat(page.url()).contains("/cases/" + caseId).doesNotContain("diagrams");
		Request diagram = page.waitForRequest("**/diagrams/RiskIntake", page::reload);
		assertThat(diagram.headers()).containsEntry("x-requested-with", "XMLHttpRequest");
		page.context().close();
	}

	private Participant signIn(String user) {
		return Participant.signIn(browser, "http://localhost:" + this.port + "/", user);
	}

	private void open(Participant participant, String caseId) {
		participant.page().navigate("http://localhost:" + this.port + "/cases/" + caseId);
		assertThat(participant.page().locator("#diagram-RiskDecision[data-drawn=true]")).isVisible();
		assertThat(
				participant.page().locator("#diagram-RiskIntake[data-drawn=true]:visible, details #diagram-RiskIntake"))
			.hasCount(1);
	}

	private static Locator element(Participant participant, String process, String id) {
		return participant.page().locator("#diagram-" + process + " [data-element-id=" + id + "].djs-element");
	}

	private static Pattern marked(String how) {
		return Pattern.compile("(^| )step-" + how + "( |$)");
	}

	private static String transform(Participant participant) {
		return String
			.valueOf(participant.page().locator("#diagram-RiskIntake .viewport").first().getAttribute("transform"));
	}

	private static List<String> complaints(Page page) {
		List<String> complaints = new ArrayList<>();
		page.onConsoleMessage((message) -> {
			if (!message.type().equals("log")) {
				complaints.add(message.type() + " " + message.text());
			}
		});
		page.onPageError(complaints::add);
		return complaints;
	}

}
