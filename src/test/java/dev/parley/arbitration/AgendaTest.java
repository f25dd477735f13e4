package dev.parley.arbitration;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.parley.Caller;
import dev.parley.ParleyTest;
import dev.parley.ReferredCases;
import dev.parley.Stage;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

@ParleyTest
class AgendaTest {

	private static final Instant DAY = Instant.parse("2045-03-01T10:00:00Z");

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Stage stage;

	@Autowired
	ManagementService management;

	@Test
	void showsWhatWaitsWithItsReason() {
		ReferredCases cases = new ReferredCases(this.jdbc, 2045);
		String open = cases.refer(DAY, "COMMITTEE", "CONFLICT", "Zorilla <in> the vents", "SAFETY", 5);
		cases.refuseToConvene(open, 1, "No composition of the committee is in force.", DAY);
		String ruled = cases.refer(DAY, "CRO", "AUTHORITY", "Zorilla", "SAFETY", 5);
		cases.croRules(ruled, "UPHOLD_DECISION", "It is well.", DAY);
		cases.putInForce(ruled, DAY);

		String page = pageWith("member1", open);

		assertThat(words(page)).containsSubsequence(open, "Zorilla <in> the vents", "Safety", "Very high",
				"Above tolerance", ", shared", "To the steering committee", "The CISO's objection stands",
				"1 Mar 2045, 11:00", "The committee cannot be convened", "No composition of the committee is in force.",
				"No deadline");
		assertThat(page).contains("href=\"/cases/" + open + "\"", "<a href=\"/committee\" aria-current=\"page\">")
			.doesNotContain("<in>", "style=");
		assertThat(pages("member1")).noneMatch((any) -> any.contains(ruled));
	}

	@ParameterizedTest
	@ValueSource(strings = { "member1", "chair", "cro", "sponsor", "cio", "ciso-deputy", "auditor" })
	void leadsToRulingsAndComposition(String user) {
		Caller browser = Caller.browserOf(user, this.port);

		for (String path : List.of("/committee", "/committee/rulings", "/committee/composition")) {
			assertThat(browser.get("/committee").body()).contains("href=\"" + path + "\"");
			assertThat(browser.get(path).body()).as(path).contains("href=\"" + path + "\" aria-current=\"page\">");
		}
	}

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void leadsEachSideToItsPleaAndSaysUntilWhen() {
		String caseId = this.stage.upToPleas();
		Task plea = this.stage.tasksOf(caseId, "PleadCase").get(0);

		assertThat(rowOf("cio", caseId)).contains("Both sides plead", moment(plea.getDueDate()), "Open in Tasklist");
		assertThat(rowOf("member1", caseId)).contains("Both sides plead").doesNotContain("Tasklist", "Overdue");

		ClockUtil.setCurrentTime(new Date(plea.getDueDate().getTime() + 60_000));
		assertThat(rowOf("member1", caseId)).contains(moment(plea.getDueDate()) + " Overdue");
	}

	@Test
	void tellsNobodyWhoHasPleadedOrVotedButTheVoter() {
		String caseId = this.stage.upToPleas();
		String pleading = rowOf("member2", caseId);
		this.stage.completeOf("cio", caseId, "PleadCase", Stage.answers("plea", "It is enough."));
		assertThat(rowOf("member2", caseId)).isEqualTo(pleading);
		assertThat(rowOf("ciso", caseId)).isEqualTo(pleading.replace("Both sides plead",
				"Both sides plead Plead case Open in Tasklist : Plead case, case " + caseId));
		this.stage.completeOf("ciso", caseId, "PleadCase", Stage.answers("plea", "It is not."));

		String voting = rowOf("chair", caseId);
		assertThat(voting).contains("The committee votes, first call")
			.contains(moment(this.stage.ballotOf(caseId, "member3").getDueDate()))
			.doesNotContain("Tasklist");
		assertThat(rowOf("member1", caseId)).contains("Cast vote Open in Tasklist");
		this.stage.vote(caseId, "ABSTAIN", "UPHOLD_DECISION", "UPHOLD_DECISION", "UPHOLD_DECISION", "ABSTAIN",
				"UPHOLD_DECISION");
		assertThat(rowOf("member1", caseId)).isEqualTo(voting);
		for (String user : List.of("chair", "cro", "cio", "ciso", "sponsor", "auditor")) {
			assertThat(rowOf(user, caseId)).as(user).isEqualTo(voting);
		}
		this.stage.castBallot(caseId, "member7",
				Stage.answers("vote", "UPHOLD_DECISION", "comment", "Even a kudu agrees."));
		assertThat(rowOf("cio", caseId)).contains("The ruling waits to be acknowledged", "Acknowledge ruling");
		this.stage.acknowledge(caseId);
		assertThat(pages("chair")).noneMatch((any) -> any.contains(caseId));
		assertThat(words(Caller.browserOf("member1", this.port).get("/committee/rulings?q=kudu").body()))
			.containsSubsequence(caseId, "Steering committee", "5 : 0, 2 abstained", "The decision is upheld");
	}

	@Test
	void saysTheCallAndWhatFollowsWhenTheQuorumIsMissed() {
		String caseId = this.stage.upToVotes();
		this.stage.letTimePass(caseId, "CastVote");
		assertThat(rowOf("chair", caseId)).contains("The committee votes, second call");
		this.stage.letTimePass(caseId, "CastVote");

		Task ruling = this.stage.task(caseId, "RuleOnReferral");
		assertThat(rowOf("cro", caseId)).contains("To the steering committee", "The chief risk officer rules",
				"Since " + moment(ruling.getCreateTime()), moment(ruling.getDueDate()), "Open in Tasklist");
	}

	@Test
	void saysWhyTheCommitteeCannotBeConvenedAndUntilWhenItMay() {
		String caseId = this.stage.upToPleas();
		ClockUtil.setCurrentTime(Date.from(Instant.parse("2036-03-03T10:00:00Z")));
		this.stage.plead(caseId);
		Date limit = this.management.createJobQuery()
			.activityId("CatchEvent_ConveningOverdue")
			.processInstanceId(this.stage.instance(caseId, "CommitteeArbitration").getId())
			.singleResult()
			.getDuedate();

		assertThat(rowOf("chair", caseId)).contains("The committee cannot be convened",
				this.jdbc.sql("select reason from convening_refusal where case_id = ?")
					.param(caseId)
					.query(String.class)
					.single(),
				moment(limit));
	}

	@Test
	void showsNoVoteAndNobodyWhoHasVoted() {
		ReferredCases cases = new ReferredCases(this.jdbc, 2046);
		String caseId = cases.refer(DAY, "COMMITTEE", "AUTHORITY", "Zorilla that is voted on", "SAFETY", 5);
		cases.refuseToConvene(caseId, 1, "There was no chair.", DAY);
		String before = agendaOf("chair", caseId);
		cases.call(caseId, 1, DAY.plusSeconds(60), Map.of("member1", "NONE", "member2", "NONE"));
		String called = agendaOf("chair", caseId);
		this.jdbc.sql("""
				insert into ballot (case_id, referral, round, member, vote, comment, cast_at)
				values (?, 1, 1, 'member1', 'ABSTAIN', 'Never', timestamptz '2045-03-02')""").param(caseId).update();

		assertThat(before).contains("There was no chair.");
		assertThat(called).doesNotContain("There was no chair.");
		assertThat(agendaOf("chair", caseId)).isEqualTo(called).doesNotContain("Abstain", "member1");
	}

	/** The row of a case, to its deadline, in words. */
	private String rowOf(String user, String caseId) {
		String page = pageWith(user, caseId);
		int start = page.indexOf(">" + caseId + "<");
		return words(page.substring(start + 1, page.indexOf("</tr>", start))).strip();
	}

	private String pageWith(String user, String caseId) {
		return pages(user).stream()
			.filter((page) -> page.contains(">" + caseId + "<"))
			.findFirst()
			.orElseThrow(() -> new AssertionError("%s is not on the agenda of %s".formatted(caseId, user)));
	}

	/** The agenda of a user, which other tests may have made long. */
	private List<String> pages(String user) {
		Caller browser = Caller.browserOf(user, this.port);
		List<String> pages = new ArrayList<>();
		do {
			pages.add(browser.get("/committee?page=" + (pages.size() + 1)).body());
		}
		while (pages.get(pages.size() - 1).contains("rel=\"next\""));
		return pages;
	}

	private static String moment(Date date) {
		return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH)
			.withZone(ZoneId.of("Europe/Brussels"))
			.format(date.toInstant());
	}

	private String agendaOf(String user, String caseId) {
		String page = words(pageWith(user, caseId));
		int start = page.indexOf(caseId);
		return page.substring(start, page.indexOf("No deadline", start));
	}

	private static String words(String page) {
		return HtmlUtils.htmlUnescape(page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "));
	}

}
