package dev.parley.arbitration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.parley.arbitration.VoteCount.Abstentions;
import dev.parley.arbitration.VoteCount.Majority;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a committee votes, Parley comes to what a clerk would come to, who reads the
 * rules of the committee and counts by hand.
 */
class VoteTallyTest {

	private static final int TRIES = 5000;

	private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	private static final DmnDecision TABLE = table();

	/** What the table says, by the facts; it is asked once about the same. */
	private static final Map<Map<String, Object>, Tally> TABLED = new HashMap<>();

	@Property(tries = TRIES)
	@StatisticsReport(StatisticsReportMode.OFF)
	void comesToWhatAClerkComesTo(@ForAll("committees") List<Seat> committee, @ForAll("rules") Rules rules,
			@ForAll @IntRange(min = 1, max = 2) int call) {
		Result result = tally(committee, rules, call);

		assertThat(result).isEqualTo(new Clerk(committee, rules).result(call));
		Statistics.collect(result.tally());
		Statistics.coverage(
				(seen) -> Stream.of(Tally.values()).forEach((tally) -> seen.check(tally).count((tries) -> tries > 0)));
	}

	@Property(tries = TRIES)
	void rulesOnlyWhatMoreVotedForThanForAnythingElse(@ForAll("committees") List<Seat> committee,
			@ForAll("rules") Rules rules, @ForAll @IntRange(min = 1, max = 2) int call) {
		Result result = tally(committee, rules, call);

		if (result.tally() == Tally.RULING) {
			Seat winner = Seat.valueOf(result.winner());
			long votes = number(committee, winner);
			assertThat(2 * votes).isGreaterThan(votes(committee) - number(committee, Seat.ABSTAIN));
			assertThat(votes(committee)).isGreaterThanOrEqualTo(rules.quorumToVote());
			assertThat(Stream.of(Seat.UPHOLD_DECISION, Seat.UPHOLD_OBJECTION, Seat.IMPOSE_CONDITIONS, Seat.REFER_TO_CRO)
				.filter((other) -> other != winner)).allMatch((other) -> number(committee, other) < votes);
		}
	}

	@Property(tries = TRIES)
	void rulesNothingWithoutAMajorityWhateverTheTableSays(@ForAll Tally tabled,
			@ForAll("noOutcomes") String noOutcome) {
		assertThat(TallyPolicy.effective(tabled, noOutcome)).isNotEqualTo(Tally.RULING);
	}

	@Property(tries = TRIES)
	void callsTheCommitteeNoMoreOftenThanTheRulesAllow(@ForAll("committees") List<Seat> first,
			@ForAll("committees") List<Seat> second, @ForAll("rules") Rules rules) {
		Tally atFirst = tally(first, rules, 1).tally();

		assertThat(atFirst == Tally.SECOND_CALL).isEqualTo(rules.calls() == 2 && votes(first) < rules.quorumToVote());
		assertThat(tally(second, rules, 2).tally()).isNotEqualTo(Tally.SECOND_CALL);
	}

	@Example
	void countsTwoThirdsOfSevenAsFive() {
		Rules rules = new Rules(4, Majority.TWO_THIRDS, Abstentions.AGAINST, "CRO", 2);
		List<Seat> four = List.of(Seat.UPHOLD_DECISION, Seat.UPHOLD_DECISION, Seat.UPHOLD_DECISION,
				Seat.UPHOLD_DECISION, Seat.ABSTAIN, Seat.ABSTAIN, Seat.UPHOLD_OBJECTION);

		assertThat(tally(four, rules, 1)).isEqualTo(new Result("NONE", Tally.REFER_TO_CRO));
		assertThat(new Clerk(four, rules).result(1)).isEqualTo(new Result("NONE", Tally.REFER_TO_CRO));
	}

	@Provide
	Arbitrary<List<Seat>> committees() {
		return Arbitraries.oneOf(seats(Seat.values()),
				seats(Seat.UPHOLD_DECISION, Seat.UPHOLD_OBJECTION, Seat.ABSTAIN, Seat.NOT_VOTED),
				seats(Seat.ABSTAIN, Seat.NOT_VOTED));
	}

	private static Arbitrary<List<Seat>> seats(Seat... fates) {
		return Arbitraries.of(fates).list().ofMinSize(1).ofMaxSize(25);
	}

	@Provide
	Arbitrary<Rules> rules() {
		return Combinators
			.combine(Arbitraries.integers().between(1, 9), Arbitraries.of(Majority.class),
					Arbitraries.of(Abstentions.class), Arbitraries.of("CRO", "NOT_CONFIRMED"), Arbitraries.of(1, 2))
			.as(Rules::new);
	}

	@Provide
	Arbitrary<String> noOutcomes() {
		return Arbitraries.of("NONE", "REFER_TO_CRO", "ABSTAIN", "");
	}

	/** As the model CommitteeArbitration does it, from the ballots on. */
	private static Result tally(List<Seat> committee, Rules rules, int call) {
		VoteCount count = count(committee);
		boolean quorum = count.hasQuorum(rules.quorumToVote());
		String winner = count.winner(rules.majority(), rules.abstentions())
			.filter((vote) -> quorum)
			.map(Vote::name)
			.orElse("NONE");
		Map<String, Object> facts = Map.of("quorum", quorum, "lastCall", call >= rules.calls(), "winner", winner, "tie",
				rules.tie());
		Tally tabled = TABLED.computeIfAbsent(facts, VoteTallyTest::tabled);
		return new Result(winner, TallyPolicy.effective(tabled, winner));
	}

	private static Tally tabled(Map<String, Object> facts) {
		return Tally.valueOf(ENGINE.evaluateDecisionTable(TABLE, facts).getSingleResult().getSingleEntry());
	}

	private static VoteCount count(List<Seat> committee) {
		Map<Vote, Integer> votes = new EnumMap<>(Vote.class);
		for (Vote vote : Vote.values()) {
			int number = number(committee, Seat.valueOf(vote.name()));
			if (number > 0) {
				votes.put(vote, number);
			}
		}
		return new VoteCount(votes, number(committee, Seat.RECUSED_BY_RULE) + number(committee, Seat.RECUSED_BY_SELF),
				number(committee, Seat.NOT_VOTED));
	}

	private static int number(List<Seat> committee, Seat what) {
		return (int) committee.stream().filter((seat) -> seat == what).count();
	}

	private static int votes(List<Seat> committee) {
		return committee.size() - number(committee, Seat.RECUSED_BY_RULE) - number(committee, Seat.RECUSED_BY_SELF)
				- number(committee, Seat.NOT_VOTED);
	}

	private static DmnDecision table() {
		try (InputStream file = Files.newInputStream(Path.of("processes/VoteTally.dmn"))) {
			return ENGINE.parseDecision("VoteTally", file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What became of a seat. */
	enum Seat {

		UPHOLD_DECISION, UPHOLD_OBJECTION, IMPOSE_CONDITIONS, REFER_TO_CRO, ABSTAIN, RECUSED_BY_RULE, RECUSED_BY_SELF,
		NOT_VOTED

	}

	/**
	 * Rules as the table CommitteeRules has them.
	 *
	 * @param quorumToVote how many votes it takes, abstentions included
	 * @param majority which majority
	 * @param abstentions how they count
	 * @param tie what a vote without a majority leads to
	 * @param calls how often the committee is called
	 */
	record Rules(int quorumToVote, Majority majority, Abstentions abstentions, String tie, int calls) {
	}

	/**
	 * What came of the votes.
	 *
	 * @param winner the vote with the majority, or NONE
	 * @param tally what comes of it
	 */
	record Result(String winner, Tally tally) {
	}

}
