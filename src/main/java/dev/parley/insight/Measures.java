package dev.parley.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;
import dev.parley.register.Treatment;
import dev.parley.register.UnacceptableState;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a period, and beside them those that are as of now. Every key is there,
 * with 0 where there is nothing; a share of nothing is null.
 *
 * @param period the days
 * @param readAt when they were read
 * @param conflictsEscalated referrals because an objection stands, by who is to rule
 * @param decisionsInForce decisions put in force
 * @param conflictsPerDecision conflicts escalated over decisions put in force
 * @param unacceptableRisks open risks above tolerance by what is done about them, now
 * @param referrals all referrals by reason and by who is to rule
 * @param casesRaised cases raised
 * @param decisions decisions by treatment and by what became of them, counted when that
 * was clear
 * @param decisionsWaiting decisions that wait for an opinion or a confirmation, now
 * @param decisionTime time from the raising of a case until its decision is in force
 * @param shareSettledBilaterally decisions put in force without being handed up, of all
 * put in force so or handed up
 * @param challengeQuestions questions that the CISO asked
 * @param challengeRate decisions put in force after at least one question, of those put
 * in force outside the fast lane
 * @param dissentRate decisions put in force against an objection, of all put in force
 * @param tasksOverdue open tasks past their due date by the group that they are offered
 * to, now
 * @param incidents causes for which cases do not get on in the engine, now
 * @param failedJobs steps of the engine that failed and are not tried again, now
 * @param arbitration what became of the cases that were handed up
 * @param referralsWaiting referrals that wait for a ruling in force, by reason, now
 * @param warnings what the figures should make people ask
 */
@JsonInclude
record Measures(Period period, Instant readAt, Map<Authority, Long> conflictsEscalated, long decisionsInForce,
		@Nullable Double conflictsPerDecision, Map<UnacceptableState, Long> unacceptableRisks,
		Map<Reason, Map<Authority, Long>> referrals, long casesRaised,
		Map<Treatment, Map<DecisionOutcome, Long>> decisions, long decisionsWaiting, Elapsed decisionTime,
		@Nullable Double shareSettledBilaterally, long challengeQuestions, @Nullable Double challengeRate,
		@Nullable Double dissentRate, Map<String, Long> tasksOverdue, long incidents, long failedJobs,
		Arbitration arbitration, Map<Reason, Long> referralsWaiting, List<String> warnings) {

	/** Stands for tasks offered to no office: to a person, or to a group of its own. */
	static final String NO_OFFICE = "other";

	static Measures of(Period period, Instant readAt, Flows flows, Stocks stocks) {
		Settled settled = flows.settled();
		Map<Authority, Long> conflicts = flows.referrals().getOrDefault(Reason.CONFLICT, Map.of());
		long escalated = sum(conflicts);
		return new Measures(period, readAt, conflicts, settled.inForce(), share(escalated, settled.inForce()),
				stocks.unacceptable(), flows.referrals(), flows.casesRaised(), flows.decisions(), stocks.waiting(),
				settled.time(), share(settled.bilaterally(), settled.bilaterally() + flows.handedUp()),
				flows.questions(), share(settled.asked(), settled.challenged()),
				share(settled.withDissent(), settled.inForce()), stocks.tasksOverdue(), stocks.incidents(),
				stocks.failedJobs(), flows.arbitration(), stocks.referralsWaiting(), WarningPolicy.warnings(escalated,
						settled, stocks.unacceptable().getOrDefault(UnacceptableState.NO_DECISION, 0L)));
	}

	/** Decisions of a treatment with an outcome. */
	long count(Treatment treatment, DecisionOutcome outcome) {
		return this.decisions.getOrDefault(treatment, Map.of()).getOrDefault(outcome, 0L);
	}

	/** Referrals for a reason to an authority. */
	long count(Reason reason, Authority to) {
		return this.referrals.getOrDefault(reason, Map.of()).getOrDefault(to, 0L);
	}

	private static @Nullable Double share(long part, long whole) {
		return (whole > 0) ? (double) part / whole : null;
	}

	static long sum(Map<?, Long> counts) {
		return counts.values().stream().mapToLong(Long::longValue).sum();
	}

	/**
	 * Times that something took, in hours by the clock.
	 *
	 * @param count how many
	 * @param totalHours all together
	 * @param meanHours on average; null where there is none
	 * @param medianHours half took no longer
	 * @param p90Hours nine in ten took no longer
	 */
	record Elapsed(long count, double totalHours, @Nullable Double meanHours, @Nullable Double medianHours,
			@Nullable Double p90Hours) {

		static Elapsed of(long count, ResultSet row) throws SQLException {
			return new Elapsed(count, row.getDouble("total"), row.getObject("mean", Double.class),
					row.getObject("median", Double.class), row.getObject("p90", Double.class));
		}

	}

	/**
	 * What happened in the period.
	 *
	 * @param casesRaised cases raised
	 * @param questions questions asked
	 * @param referrals referrals by reason and authority
	 * @param handedUp decisions handed up
	 * @param decisions decisions by treatment and outcome
	 * @param settled the decisions put in force
	 * @param arbitration what became of referrals
	 */
	record Flows(long casesRaised, long questions, Map<Reason, Map<Authority, Long>> referrals, long handedUp,
			Map<Treatment, Map<DecisionOutcome, Long>> decisions, Settled settled, Arbitration arbitration) {
	}

	/**
	 * The decisions put in force.
	 *
	 * @param inForce how many
	 * @param withDissent of these, those against a standing objection
	 * @param challenged of these, those outside the fast lane
	 * @param asked of the challenged, those with a question
	 * @param bilaterally of these, those that were not handed up
	 * @param time how long they took
	 */
	record Settled(long inForce, long withDissent, long challenged, long asked, long bilaterally, Elapsed time) {
	}

	/**
	 * What is the case now.
	 *
	 * @param unacceptable open risks above tolerance by state
	 * @param waiting decisions without an outcome
	 * @param referralsWaiting referrals without an outcome, by reason
	 * @param tasksOverdue overdue tasks by group
	 * @param incidents incidents of the engine
	 * @param failedJobs failed jobs of the engine
	 */
	record Stocks(Map<UnacceptableState, Long> unacceptable, long waiting, Map<Reason, Long> referralsWaiting,
			Map<String, Long> tasksOverdue, long incidents, long failedJobs) {
	}

}
