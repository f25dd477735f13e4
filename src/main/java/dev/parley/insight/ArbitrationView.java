package dev.parley.insight;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.parley.insight.Arbitration.RecusedBy;
import dev.parley.insight.Arbitration.Side;
import dev.parley.insight.Measures.Elapsed;
import dev.parley.insight.MeasuresPage.Bar;
import dev.parley.insight.MeasuresPage.Fact;
import dev.parley.insight.MeasuresPage.Row;
import dev.parley.insight.MeasuresPage.Table;
import dev.parley.register.Referral.Reason;

/**
 * What became of referrals, in words for the page.
 *
 * @param outcomes referrals by reason and outcome, and those that wait now
 * @param upheldFor rulings on conflicts by whom they are for
 * @param passedOn referrals that came to the chief risk officer, by cause
 * @param facts further figures
 */
record ArbitrationView(Table outcomes, List<Bar> upheldFor, List<Bar> passedOn, List<Fact> facts) {

	static ArbitrationView of(Measures measures) {
		Arbitration arbitration = measures.arbitration();
		long upheld = Measures.sum(arbitration.conflictsUpheldFor());
		long passedOn = Measures.sum(arbitration.passedOn());
		return new ArbitrationView(outcomes(measures), Arrays.stream(Side.values())
			.map((side) -> Bar.of(side.label(), arbitration.conflictsUpheldFor().getOrDefault(side, 0L), upheld))
			.toList(),
				Arrays.stream(PassedOn.values())
					.map((cause) -> Bar.of(cause.label(), arbitration.count(cause), passedOn))
					.toList(),
				facts(arbitration));
	}

	private static Table outcomes(Measures measures) {
		Stream<String> columns = Arrays.stream(ReferralOutcome.values()).map(ReferralOutcome::label);
		return new Table(Stream.concat(columns, Stream.of("Waiting, now")).toList(),
				Arrays.stream(Reason.values())
					.map((reason) -> new Row(reason.label(),
							Stream
								.concat(Arrays.stream(ReferralOutcome.values())
									.map((outcome) -> measures.arbitration().count(reason, outcome)),
										Stream.of(measures.referralsWaiting().getOrDefault(reason, 0L)))
								.toList()))
					.toList());
	}

	private static List<Fact> facts(Arbitration arbitration) {
		Elapsed time = arbitration.rulingTime();
		return List.of(new Fact("Time to ruling", MeasuresPage.duration(time.medianHours()),
				"Half took no longer, from the referral until its ruling was in force. Nine in ten: %s. On average: %s."
					.formatted(MeasuresPage.duration(time.p90Hours()), MeasuresPage.duration(time.meanHours()))),
				new Fact("Appeals", String.valueOf(arbitration.appeals()), "Against rulings of the committee."),
				new Fact("Recusals", String.valueOf(Measures.sum(arbitration.recusals())),
						"Members who did not vote for a conflict of interest, once the vote is known. By the rules: %d. By themselves: %d."
							.formatted(arbitration.count(RecusedBy.RULES), arbitration.count(RecusedBy.MEMBER))),
				new Fact("Quorum missed", String.valueOf(arbitration.quorumFailures()), "Calls to vote."),
				new Fact("Not convened", String.valueOf(arbitration.conveningRefusals()),
						"Times that the committee could not be called together."));
	}

}
