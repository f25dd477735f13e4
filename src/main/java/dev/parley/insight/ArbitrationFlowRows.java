package dev.parley.insight;

import java.time.OffsetDateTime;
import java.util.Map;

import dev.parley.insight.Arbitration.RecusedBy;
import dev.parley.insight.Measures.Elapsed;
import dev.parley.register.Referral.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * What became of referrals in a time, counted from the register. A vote that goes on
 * leaves no trace here: nobody learns from a figure how it stands.
 */
@Component
class ArbitrationFlowRows {

	private final JdbcClient jdbc;

	ArbitrationFlowRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Arbitration between(OffsetDateTime begin, OffsetDateTime end) {
		return Arbitration.of(outcomes(begin, end), rulingTime(begin, end), passedOn(begin, end), count("""
				select count(*) from acknowledgement
				 where state = 'APPEALED' and given_at >= :begin and given_at < :end""", begin, end),
				recusals(begin, end), count("""
						select count(*) from tally
						 where not quorum and tallied_at >= :begin and tallied_at < :end""", begin, end), count("""
						select count(*) from convening_refusal
						 where refused_at >= :begin and refused_at < :end""", begin, end));
	}

	private StatementSpec query(String sql, OffsetDateTime begin, OffsetDateTime end) {
		return this.jdbc.sql(sql).param("begin", begin).param("end", end);
	}

	private long count(String sql, OffsetDateTime begin, OffsetDateTime end) {
		return query(sql, begin, end).query(Long.class).single();
	}

	private Map<Reason, Map<ReferralOutcome, Long>> outcomes(OffsetDateTime begin, OffsetDateTime end) {
		Map<Reason, Map<ReferralOutcome, Long>> counts = FlowRows.zeroes(Reason.class,
				(reason) -> FlowRows.zeroes(ReferralOutcome.class));
		query("""
				select reason, outcome, count(*) as referrals
				  from (select f.reason,
				               case g.outcome when 'UPHOLD_DECISION' then 'UPHELD'
				                              when 'UPHOLD_OBJECTION' then 'NOT_CONFIRMED'
				                              when 'IMPOSE_CONDITIONS' then 'CONDITIONS'
				                              else f.state end as outcome,
				               coalesce(g.in_force_since, f.closed_at) as clear_at
				          from referral f
				          left join ruling g on g.case_id = f.case_id and g.referral = f.number and g.state = 'IN_FORCE'
				         where g.state = 'IN_FORCE' or f.state in ('REPLACED', 'WITHDRAWN')) clear
				 where clear_at >= :begin and clear_at < :end
				 group by reason, outcome""", begin, end).query((row) -> {
			FlowRows.put(counts, Reason.valueOf(row.getString("reason")),
					ReferralOutcome.valueOf(row.getString("outcome")), row.getLong("referrals"));
		});
		return counts;
	}

	private Elapsed rulingTime(OffsetDateTime begin, OffsetDateTime end) {
		return query(
				"""
						select count(*) as rulings,
						       coalesce(sum(hours), 0) as total,
						       avg(hours) as mean,
						       percentile_cont(0.5) within group (order by hours) as median,
						       percentile_cont(0.9) within group (order by hours) as p90
						  from (select cast(extract(epoch from g.in_force_since - f.referred_at) / 3600 as double precision) as hours
						          from ruling g
						          join referral f on f.case_id = g.case_id and f.number = g.referral
						         where g.state = 'IN_FORCE'
						           and g.in_force_since >= :begin and g.in_force_since < :end) ruled""",
				begin, end)
			.query((row, number) -> Elapsed.of(row.getLong("rulings"), row))
			.single();
	}

	private Map<PassedOn, Long> passedOn(OffsetDateTime begin, OffsetDateTime end) {
		Map<PassedOn, Long> counts = FlowRows.zeroes(PassedOn.class);
		query("""
				select cause, count(*) as referrals
				  from passing_on
				 where passed_at >= :begin and passed_at < :end
				 group by cause""", begin, end).query((row) -> {
			counts.put(PassedOn.valueOf(row.getString("cause")), row.getLong("referrals"));
		});
		return counts;
	}

	/** They count from when the referral is ruled on or passed on. */
	private Map<RecusedBy, Long> recusals(OffsetDateTime begin, OffsetDateTime end) {
		Map<RecusedBy, Long> counts = FlowRows.zeroes(RecusedBy.class);
		query("""
				with disclosed as (
				      select case_id, referral, min(at) as at
				        from (select case_id, referral, given_at as at from ruling
				              union all
				              select case_id, referral, passed_at from passing_on) told
				       group by case_id, referral)
				select count(*) filter (where m.recused_because is not null) as by_rules,
				       count(*) filter (where b.recusal_reason is not null) as by_member
				  from disclosed d
				  join tally t on t.case_id = d.case_id and t.referral = d.referral
				  join round_member m on m.case_id = t.case_id and m.referral = t.referral and m.round = t.round
				  left join ballot b on b.case_id = m.case_id and b.referral = m.referral and b.round = m.round
				                    and b.member = m.member
				 where d.at >= :begin and d.at < :end""", begin, end).query((row) -> {
			counts.put(RecusedBy.RULES, row.getLong("by_rules"));
			counts.put(RecusedBy.MEMBER, row.getLong("by_member"));
		});
		return counts;
	}

}
