package dev.parley.insight;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Caller;
import dev.parley.ParleyTest;
import dev.parley.ReferredCases;
import dev.parley.register.Referral.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What became of referrals, counted in a year of its own, where it can be counted by
 * hand.
 */
@ParleyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArbitrationFiguresTest {

	private static final Instant OLD_YEAR = Instant.parse("2040-12-31T10:00:00Z");

	private static final Instant NEW_YEAR = Instant.parse("2041-01-01T10:00:00Z");

	private static final int DAY = 86400;

	private static final String YEAR = "?from=2041-01-01&to=2041-12-31";

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Figures figures;

	Map<Reason, Long> waitedBefore = Map.of();

	@BeforeAll
	void arbitrate() {
		this.waitedBefore = this.figures.of(Period.ALL_TIME).referralsWaiting();
		ReferredCases cases = new ReferredCases(this.jdbc, 2041);
		upheldInTheSecondCall(cases);
		notConfirmedInTheNewYear(cases);
		conditionsOfTheChiefRiskOfficer(cases);
		appeal(cases);
		runningVote(cases);
		noCommittee(cases);
		String withdrawn = cases.refer(NEW_YEAR, "COMMITTEE", "OVERDUE", "Gnu", "DATA", 4);
		cases.close(withdrawn, "WITHDRAWN", NEW_YEAR);
	}

	/**
	 * A conflict; in force after two days. Two members, one by the rules, do not vote.
	 */
	private static void upheldInTheSecondCall(ReferredCases cases) {
		String caseId = cases.refer(NEW_YEAR, "COMMITTEE", "CONFLICT", "Gnu", "DATA", 4);
		cases.call(caseId, 1, NEW_YEAR, Map.of("member1", "RULES", "member2", "RECUSED", "member3", "NONE"));
		cases.count(caseId, 1, NEW_YEAR, "SECOND_CALL");
		cases.call(caseId, 2, NEW_YEAR, Map.of("member1", "RULES", "member2", "RECUSED", "member3", "UPHOLD_DECISION"));
		cases.count(caseId, 2, NEW_YEAR, "RULING");
		cases.committeeRules(caseId, 2, "UPHOLD_DECISION", NEW_YEAR);
		cases.putInForce(caseId, NEW_YEAR.plusSeconds(2 * DAY));
	}

	/** Decided and ruled on in the old year, in force a day later. */
	private static void notConfirmedInTheNewYear(ReferredCases cases) {
		String caseId = cases.refer(OLD_YEAR, "COMMITTEE", "AUTHORITY", "Gnu", "DATA", 4);
		cases.call(caseId, 1, OLD_YEAR, Map.of("member1", "RECUSED", "member3", "UPHOLD_OBJECTION"));
		cases.count(caseId, 1, OLD_YEAR, "NOT_CONFIRMED");
		cases.committeeRules(caseId, 1, "UPHOLD_OBJECTION", OLD_YEAR);
		cases.putInForce(caseId, NEW_YEAR);
	}

	/** A conflict; in force after three days. */
	private static void conditionsOfTheChiefRiskOfficer(ReferredCases cases) {
		String caseId = cases.refer(NEW_YEAR, "COMMITTEE", "CONFLICT", "Gnu", "DATA", 4);
		cases.call(caseId, 1, NEW_YEAR, Map.of("member1", "REFER_TO_CRO", "member4", "RULES"));
		cases.count(caseId, 1, NEW_YEAR, "REFER_TO_CRO");
		cases.passOn(caseId, "VOTED", NEW_YEAR);
		cases.croRules(caseId, "IMPOSE_CONDITIONS", "It has to be tested.", NEW_YEAR.plusSeconds(DAY));
		cases.impose(caseId, 2);
		cases.putInForce(caseId, NEW_YEAR.plusSeconds(3 * DAY));
	}

	/** A conflict: the objection, and on appeal the decision, four days on. */
	private static void appeal(ReferredCases cases) {
		String caseId = cases.refer(NEW_YEAR, "COMMITTEE", "CONFLICT", "Gnu", "DATA", 4);
		cases.call(caseId, 1, NEW_YEAR, Map.of("member1", "UPHOLD_OBJECTION"));
		cases.count(caseId, 1, NEW_YEAR, "RULING");
		cases.committeeRules(caseId, 1, "UPHOLD_OBJECTION", NEW_YEAR);
		cases.appeal(caseId, NEW_YEAR);
		cases.passOn(caseId, "APPEAL", NEW_YEAR);
		cases.croRules(caseId, "UPHOLD_DECISION", "The facts are new.", NEW_YEAR);
		cases.putInForce(caseId, NEW_YEAR.plusSeconds(4 * DAY));
	}

	/** The quorum was missed, and the second call goes on: who has voted is a secret. */
	private static void runningVote(ReferredCases cases) {
		String caseId = cases.refer(NEW_YEAR, "COMMITTEE", "OVERDUE", "Gnu", "DATA", 4);
		cases.call(caseId, 1, NEW_YEAR, Map.of("member1", "RULES", "member2", "RECUSED", "member3", "NONE"));
		cases.count(caseId, 1, NEW_YEAR, "SECOND_CALL");
		cases.call(caseId, 2, NEW_YEAR, Map.of("member2", "RECUSED", "member3", "NONE"));
	}

	private static void noCommittee(ReferredCases cases) {
		String caseId = cases.refer(NEW_YEAR, "COMMITTEE", "AUTHORITY", "Gnu", "DATA", 4);
		cases.refuseToConvene(caseId, 1, "No composition is in force.", NEW_YEAR);
		cases.refuseToConvene(caseId, 2, "No chair can preside.", NEW_YEAR);
		cases.passOn(caseId, "NO_COMMITTEE", NEW_YEAR);
	}

	@Test
	void countsWhatCanBeCountedByHand() {
		JsonNode arbitration = api().path("arbitration");

		assertThat(arbitration.path("outcomes").path("CONFLICT"))
			.hasToString("{\"UPHELD\":2,\"NOT_CONFIRMED\":0,\"CONDITIONS\":1,\"REPLACED\":0,\"WITHDRAWN\":0}");
		assertThat(arbitration.path("outcomes").path("AUTHORITY"))
			.hasToString("{\"UPHELD\":0,\"NOT_CONFIRMED\":1,\"CONDITIONS\":0,\"REPLACED\":0,\"WITHDRAWN\":0}");
		assertThat(arbitration.path("outcomes").path("OVERDUE"))
			.hasToString("{\"UPHELD\":0,\"NOT_CONFIRMED\":0,\"CONDITIONS\":0,\"REPLACED\":0,\"WITHDRAWN\":1}");
		assertThat(arbitration.path("conflictsUpheldFor")).hasToString("{\"OWNER\":2,\"CISO\":0,\"CONDITIONS\":1}");
		assertThat(arbitration.path("rulingTime").path("count").asLong()).isEqualTo(4);
		assertThat(Stream.of("totalHours", "meanHours", "medianHours", "p90Hours")
			.map((key) -> Math.round(10 * arbitration.path("rulingTime").path(key).asDouble())))
			.containsExactly(2400L, 600L, 600L, 888L);
		assertThat(arbitration.path("passedOn"))
			.hasToString("{\"VOTED\":1,\"NO_MAJORITY\":0,\"NO_QUORUM\":0,\"NO_COMMITTEE\":1,\"APPEAL\":1}");
		assertThat(arbitration.path("appeals").asLong()).isOne();
		assertThat(arbitration.path("recusals")).as("none of the vote that goes on")
			.hasToString("{\"RULES\":3,\"MEMBER\":2}");
		assertThat(arbitration.path("quorumFailures").asLong()).isEqualTo(2);
		assertThat(arbitration.path("conveningRefusals").asLong()).isEqualTo(2);
	}

	@Test
	void countsARefusedDecisionFromWhenItsRulingIsInForce() {
		assertThat(api().path("decisions").path("AVOID")).as("conditions meet the objection")
			.hasToString("{\"IN_FORCE\":1,\"IN_FORCE_WITH_DISSENT\":2,\"REFUSED\":1,\"REPLACED\":0}");
		assertThat(api().path("dissentRate").asDouble()).isEqualTo(2.0 / 3);
	}

	@Test
	void countsConflictsByWhomTheyWereSentTo() {
		assertThat(api().path("conflictsEscalated")).hasToString("{\"COMMITTEE\":3,\"CRO\":0}");
	}

	@Test
	void countsTheReferralsThatWait() {
		Map<Reason, Long> waiting = this.figures.of(Period.ALL_TIME).referralsWaiting();

		assertThat(waiting.get(Reason.AUTHORITY)).isEqualTo(this.waitedBefore.get(Reason.AUTHORITY) + 1);
		assertThat(waiting.get(Reason.OVERDUE)).isEqualTo(this.waitedBefore.get(Reason.OVERDUE) + 1);
		assertThat(waiting.get(Reason.CONFLICT)).isEqualTo(this.waitedBefore.get(Reason.CONFLICT));
	}

	@Test
	void showsTheSameOnThePage() {
		String page = Caller.browserOf("cro", this.port).get("/measures" + YEAR).body();

		assertThat(HtmlUtils.htmlUnescape(page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))).containsSubsequence(
				"What became of referrals", "Upheld", "Not confirmed", "Conditions", "Replaced", "Withdrawn",
				"Waiting, now", "An objection stands 2 0 1 0 0", "Beyond the owner's right 0 1 0 0 0",
				"Time ran out 0 0 0 0 1", "Time to ruling 2.5 days", "Nine in ten: 3.7 days. On average: 2.5 days.",
				"Appeals 1", "Recusals 5", "By the rules: 3. By themselves: 2.", "Quorum missed 2", "Not convened 2",
				"Conflicts ruled for", "The owner's decision 2", "The CISO's objection 0", "Neither: conditions 1",
				"Passed on to the chief risk officer", "The committee voted so 1", "No majority 0", "No quorum 0",
				"Could not be convened 1", "An appeal 1");
	}

	private JsonNode api() {
		return Caller.of("auditor", this.port).get("/api/v1/measures" + YEAR).json();
	}

}
