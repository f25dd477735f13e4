package dev.parley.arbitration;

import java.time.Instant;
import java.util.Map;

import dev.parley.Caller;
import dev.parley.ParleyTest;
import dev.parley.ReferredCases;
import org.junit.jupiter.api.Test;
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

	@Test
	void showsWhatWaitsWithItsReason() {
		ReferredCases cases = new ReferredCases(this.jdbc, 2045);
		String open = cases.refer(DAY, "COMMITTEE", "CONFLICT", "Zorilla <in> the vents", "SAFETY", 5);
		cases.refuseToConvene(open, 1, "No composition of the committee is in force.", DAY);
		String ruled = cases.refer(DAY, "CRO", "AUTHORITY", "Zorilla", "SAFETY", 5);
		cases.croRules(ruled, "UPHOLD_DECISION", "It is well.", DAY);
		cases.putInForce(ruled, DAY);

		String page = Caller.browserOf("member1", this.port).get("/committee").body();

		assertThat(words(page)).containsSubsequence(open, "Zorilla <in> the vents", "Safety", "Very high",
				"Above tolerance", ", shared", "To the steering committee", "The CISO's objection stands",
				"1 Mar 2045, 11:00", "The committee cannot be convened", "No composition of the committee is in force.",
				"No deadline");
		assertThat(page).contains("href=\"/cases/" + open + "\"", "<a href=\"/committee\" aria-current=\"page\">")
			.doesNotContain(ruled, "<in>", "style=");
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

	private String agendaOf(String user, String caseId) {
		String page = words(Caller.browserOf(user, this.port).get("/committee").body());
		int start = page.indexOf(caseId);
		return page.substring(start, page.indexOf("No deadline", start));
	}

	private static String words(String page) {
		return HtmlUtils.htmlUnescape(page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "));
	}

}
