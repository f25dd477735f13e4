package dev.parley.arbitration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.ParleyTest;
import dev.parley.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What a case so far says of its arbitration, and what it keeps back. */
@ParleyTest
class ArbitrationSoFarTest {

	@Autowired
	Stage stage;

	@Autowired
	ArbitrationSoFar soFar;

	@Autowired
	JdbcClient jdbc;

	private String caseId = "";

	@BeforeEach
	void handUpACase() {
		this.caseId = this.stage.upToDecision(4, 4);
		this.stage.complete("cio", this.caseId, "DecideRisk", Stage.accept());
		this.stage.complete("ciso", this.caseId, "GiveAssurance", Stage.assured());
	}

	@Test
	void saysNothingOfACaseThatWasNeverHandedUp() {
		this.caseId = this.stage.upToDecision(1, 1);

		assertThat(arbitration()).isNull();
	}

	@Test
	void holdsNoPleaBeforeBothAreIn() {
		run("insert into plea values (:c, 1, 'IT', 'GIVEN', 'Needed', 'A pilot', 'https://example.org', 'cio', now())");
		assertThat(arbitration()).isNull();

		run("insert into plea values (:c, 1, 'SECURITY', 'NOT_GIVEN', null, null, null, null, now())");

		assertThat(list("pleas")).hasSize(2);
		assertThat(list("pleas").get(0)).containsEntry("side", "Owner")
			.containsEntry("status", "Given")
			.containsEntry("plea", "Needed")
			.containsEntry("wouldAccept", "A pilot")
			.containsEntry("links", "https://example.org")
			.containsEntry("by", "CIO (cio)");
		assertThat(list("pleas").get(1)).containsEntry("side", "CISO")
			.containsEntry("status", "Not given in time")
			.containsEntry("plea", null);
	}

	@Test
	void holdsNoVoteBeforeThereIsARuling() {
		vote(1);
		assertThat(arbitration()).isNull();

		count(1, "RULING");
		assertThat(arbitration()).isNull();

		rule(1, 1, "COMMITTEE", "IMPOSE_CONDITIONS", "GIVEN");
		assertThat(list("rounds")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			VOTED        | The chief risk officer rules, because the committee voted to refer it.
			NO_MAJORITY  | The chief risk officer rules, because no outcome had the majority.
			NO_QUORUM    | The chief risk officer rules, because the committee missed its quorum.
			NO_COMMITTEE | The chief risk officer rules, because no committee could be convened in time.
			""")
	void showsTheVotesWhenTheCaseGoesOnToTheChiefRiskOfficer(String cause, String sentence) {
		vote(1);
		count(1, "SECOND_CALL");
		assertThat(arbitration()).isNull();

		run("insert into passing_on values (:c, 1, '%s', now())".formatted(cause));

		assertThat(list("rounds")).hasSize(1);
		assertThat(known()).containsEntry("passedOn", sentence);
	}

	@Test
	void tellsHowEachMemberVoted() {
		vote(1);
		count(1, "RULING");
		rule(1, 1, "COMMITTEE", "IMPOSE_CONDITIONS", "GIVEN");

		Map<String, Object> round = list("rounds").get(0);
		assertThat(round).containsEntry("label", "First call")
			.containsEntry("presiding", "Committee chair (chair)")
			.containsEntry("result", "A ruling");
		assertThat(round.get("counts")).asList()
			.contains(Map.of("label", "Impose conditions", "count", 2), Map.of("label", "Did not vote", "count", 1));
		assertThat(ballots(round)).extracting("vote")
			.containsExactly("Impose conditions", "Abstain", null, null, "Did not vote");
		assertThat(ballots(round).get(0)).containsEntry("member", "Committee member 1 (member1)")
			.containsEntry("function", "Finance")
			.containsEntry("comment", "Segment it first.")
			.containsEntry("conditions", List.of("Segment the network; CIO (office); 2027-01-31",
					"Report; Committee member 2 (member2); 2027-02-28"));
		assertThat(ballots(round)).extracting("recusal")
			.containsExactly(null, null, "My brother sells it.", "Answered a question in the case", null);
	}

	@Test
	void saysARulingInASentence() {
		vote(1);
		count(1, "RULING");
		rule(1, 1, "COMMITTEE", "IMPOSE_CONDITIONS", "IN_FORCE");
		run("insert into ruling_condition values (:c, 1, 1, 1, 'Segment the network', 'cio', '2027-01-31')");

		Map<String, @Nullable Object> ruling = ruling();

		assertThat(ruling).containsEntry("by", "Steering committee")
			.containsEntry("outcome", "Conditions are imposed")
			.containsEntry("sentence",
					"The steering committee imposed a condition with 2 of 3 votes on 2026-12-03, Committee chair (chair) presiding.")
			.containsEntry("state", "In force")
			.containsEntry("conditions",
					List.of(Map.of("condition", "Segment the network", "owner", "CIO (office)", "due", "2027-01-31")));
	}

	@Test
	void saysByHowManyVotesADecisionWasNotConfirmed() {
		vote(1);
		count(1, "NOT_CONFIRMED");
		rule(1, 1, "COMMITTEE", "UPHOLD_OBJECTION", "GIVEN");

		assertThat(ruling()).containsEntry("sentence",
				"The steering committee did not confirm the decision, for which there were 0 of 3 votes, on 2026-12-03, Committee chair (chair) presiding.");
	}

	@Test
	void tellsOfAnAppealAndOfTheRulingThatWasSetAside() {
		vote(1);
		count(1, "RULING");
		rule(1, 1, "COMMITTEE", "IMPOSE_CONDITIONS", "GIVEN");
		assertThat(ruling()).containsEntry("state", "Waiting to be acknowledged");
		run("insert into acknowledgement values (:c, 1, 1, 'SECURITY', 'APPEALED', null, 'Too weak', 'ciso', now())");
		run("insert into passing_on values (:c, 1, 'APPEAL', now())");
		assertThat(ruling()).containsEntry("state", "Appealed against; the chief risk officer rules");

		run("update ruling set state = 'SET_ASIDE' where case_id = :c");
		rule(1, 2, "CRO", "UPHOLD_OBJECTION", "GIVEN");

		assertThat(ruling()).containsEntry("by", "Chief risk officer")
			.containsEntry("reasons", "Nobody bears it")
			.containsEntry("sentence",
					"The chief risk officer, Chief risk officer (cro), did not confirm the decision on 2026-12-03.");
		assertThat(list("acknowledgements").get(0)).containsEntry("side", "CISO")
			.containsEntry("status", "Appealed")
			.containsEntry("grounds", "Too weak")
			.containsEntry("about", "The ruling of the steering committee")
			.containsEntry("by", "CISO (ciso)");
		assertThat(String.valueOf(list("earlier").get(0).get("sentence")))
			.startsWith("The steering committee imposed 0 conditions with 2 of 3 votes")
			.endsWith("It was set aside on appeal.");
	}

	@Test
	void tellsAtALaterReferralOfTheEarlierRulingOnlyASentence() {
		vote(1);
		count(1, "NOT_CONFIRMED");
		rule(1, 1, "COMMITTEE", "UPHOLD_OBJECTION", "IN_FORCE");
		run("update referral set state = 'RULED', closed_at = now() where case_id = :c");
		run("insert into referral (case_id, number, sent_to, reason, decision, referred_at) values (:c, 2, 'CRO', 'AUTHORITY', 1, now())");

		assertThat(known()).containsEntry("ruling", null).containsEntry("rounds", List.of());
		assertThat(String.valueOf(list("earlier").get(0).get("sentence"))).startsWith("The steering committee");
	}

	@ParameterizedTest
	@ValueSource(strings = { "No composition of the committee is in force.", "Only two members may vote." })
	void tellsWhyTheCommitteeCouldNotBeConvened(String reason) {
		run("insert into convening_refusal values (:c, 1, 1, '%s', now())".formatted(reason));

		assertThat(list("refusals").get(0)).containsEntry("reason", reason);
	}

	private void vote(int referral) {
		run("""
				insert into voting_round
				select :c, %d, 1, max(composition), 'chair', now() from committee_endorsement where outcome = 'ENDORSED'"""
			.formatted(referral));
		for (int member = 1; member <= 5; member++) {
			run("insert into round_member values (:c, %d, 1, 'member%d', 'Finance', %s)".formatted(referral, member,
					(member == 4) ? "'Answered a question in the case'" : "null"));
		}
		run("insert into ballot values (:c, %d, 1, 'member1', 'IMPOSE_CONDITIONS', null, 'Segment it first.', now())"
			.formatted(referral));
		run("insert into ballot_condition values (:c, %1$d, 1, 'member1', 1, 'Segment the network', 'cio', '2027-01-31'), (:c, %1$d, 1, 'member1', 2, 'Report', 'member2', '2027-02-28')"
			.formatted(referral));
		run("insert into ballot values (:c, %d, 1, 'member2', 'ABSTAIN', null, null, now())".formatted(referral));
		run("insert into ballot values (:c, %d, 1, 'member3', null, 'My brother sells it.', null, now())"
			.formatted(referral));
	}

	private void count(int referral, String result) {
		run("insert into tally values (:c, %d, 1, 0, 0, 2, 0, 1, 2, 1, true, '%s', now())".formatted(referral, result));
	}

	private void rule(int referral, int number, String by, String outcome, String state) {
		boolean committee = by.equals("COMMITTEE");
		run("""
				insert into ruling (case_id, referral, number, ruled_by, outcome, decision, round, reasons, given_by,
				                    given_at, models, state, in_force_since)
				values (:c, %d, %d, '%s', '%s', 1, %s, %s, %s, '2026-12-03T12:00Z', 'm', '%s', now())""".formatted(
				referral, number, by, outcome, committee ? "1" : "null", committee ? "null" : "'Nobody bears it'",
				committee ? "null" : "'cro'", state));
	}

	private void run(String sql) {
		this.jdbc.sql(sql).param("c", this.caseId).update();
	}

	@SuppressWarnings("unchecked")
	private @Nullable Map<String, @Nullable Object> arbitration() {
		Map<String, @Nullable Object> shown = new HashMap<>();
		this.soFar.putInto(shown, this.caseId);
		assertThat(shown).containsKey("arbitration");
		return (Map<String, @Nullable Object>) shown.get("arbitration");
	}

	private Map<String, @Nullable Object> known() {
		Map<String, @Nullable Object> arbitration = arbitration();
		if (arbitration == null) {
			throw new AssertionError("Nothing is said of an arbitration");
		}
		return arbitration;
	}

	@SuppressWarnings("unchecked")
	private Map<String, @Nullable Object> ruling() {
		return (Map<String, @Nullable Object>) known().get("ruling");
	}

	@SuppressWarnings("unchecked")
	private List<Map<String, Object>> list(String key) {
		return (List<Map<String, Object>>) known().get(key);
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> ballots(Map<String, Object> round) {
		return (List<Map<String, Object>>) round.get("ballots");
	}

}
