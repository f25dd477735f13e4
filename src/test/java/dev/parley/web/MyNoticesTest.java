package dev.parley.web;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.ParleyTest;
import dev.parley.Stage;
import dev.parley.notice.NoticeKind;
import dev.parley.notice.Notices;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@ParleyTest
class MyNoticesTest {

	private static final String PANEL = "id=\"notices-title\"";

	private static final Pattern READ = Pattern.compile("action=\"(/notices/\\d+/read)\"");

	@LocalServerPort
	int port;

	@Autowired
	Stage stage;

	@Autowired
	Notices notices;

	String caseId = "";

	@BeforeEach
	void raise() {
		this.caseId = this.stage.raise();
	}

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void standsOnTopOfTheStartPage() {
		ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-01-15T08:30:00Z")));
		this.notices.informPerson(this.caseId, "chair", NoticeKind.ESCALATION, "Objection to <b>Accept</b>");
		ClockUtil.reset();

		String page = Caller.browserOf("chair", this.port).get("/").body();

		assertThat(page).containsSubsequence(PANEL, "Objection to &lt;b&gt;Accept&lt;/b&gt;", "Escalation", this.caseId,
				"15 Jan 2027, 09:30", "Mark as read<span class=\"sr-only\">: Objection to &lt;b&gt;Accept",
				"id=\"waiting-title\"");
	}

	@Test
	void isNotThereWithoutNotices() {
		this.notices.informOffice(this.caseId, "committee-member", NoticeKind.INFORMATION,
				"For members of the committee");

		assertThat(Caller.browserOf("auditor", this.port).get("/").body()).contains("waiting-title")
			.doesNotContain(PANEL);
	}

	@Test
	void showsFiveAndSaysWhenThereAreMore() {
		inform("process-owner", 5);
		assertThat(page("process-owner")).contains("Number 1.").doesNotContain("Only the newest are shown");

		inform("process-owner", 6);
		assertThat(page("process-owner")).contains("Only the newest are shown", "Number 6.", "Number 2.")
			.doesNotContain("Number 1.");
	}

	@Test
	void isMarkedAsReadByOnePersonOfAGroup() {
		this.notices.informOffice(this.caseId, "committee-member", NoticeKind.INFORMATION,
				"Read by member two: " + this.caseId);
		Caller member = Caller.browserOf("member2", this.port);

		Answer answer = member.form(readHref(member), Map.of("_csrf", member.formToken("/")));

		assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
		assertThat(answer.header("Location")).endsWith(":" + this.port + "/");
		assertThat(member.get("/").body()).doesNotContain("Read by member two: " + this.caseId);
		assertThat(page("member3")).contains("Read by member two: " + this.caseId);
	}

	@Test
	void isNotThereForOthers() {
		this.notices.informPerson(this.caseId, "sponsor", NoticeKind.INFORMATION, "For the sponsor");
		Caller sponsor = Caller.browserOf("sponsor", this.port);
		String href = readHref(sponsor);
		Caller member = Caller.browserOf("member4", this.port);

		assertThat(member.form(href, Map.of("_csrf", member.formToken("/"))).status()).isEqualTo(404);
		assertThat(sponsor.get("/").body()).contains("For the sponsor");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "987654321", "999999999999999999" })
	void isNotThereUnderAnotherNumber(String id) {
		Caller cro = Caller.browserOf("cro", this.port);

		assertThat(cro.form("/notices/" + id + "/read", Map.of("_csrf", cro.formToken("/"))).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "1x", "9999999999999999999999" })
	void isNotUnderstoodUnderWhatIsNoNumber(String id) {
		Caller cro = Caller.browserOf("cro", this.port);

		assertThat(cro.form("/notices/" + id + "/read", Map.of("_csrf", cro.formToken("/"))).status()).isEqualTo(400);
	}

	@Test
	void isNotMarkedWithoutTheTokenOfThePage() {
		this.notices.informPerson(this.caseId, "member5", NoticeKind.INFORMATION, "For member five");
		Caller member = Caller.browserOf("member5", this.port);

		assertThat(member.form(readHref(member), Map.of()).status()).isEqualTo(403);
		assertThat(member.get("/").body()).contains("For member five");
	}

	private void inform(String recipient, int upTo) {
		IntStream.rangeClosed(1, upTo)
			.forEach((number) -> this.notices.informOffice(this.caseId, recipient, NoticeKind.INFORMATION,
					"Number " + number + "."));
	}

	private String page(String user) {
		return Caller.browserOf(user, this.port).get("/").body();
	}

	private static String readHref(Caller browser) {
		Matcher href = READ.matcher(browser.get("/").body());
		assertThat(href.find()).isTrue();
		return href.group(1);
	}

}
