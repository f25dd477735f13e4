package dev.parley.insight;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

import dev.parley.insight.Measures.Elapsed;
import dev.parley.insight.Measures.Flows;
import dev.parley.insight.Measures.Settled;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;
import dev.parley.register.Treatment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened in a time, counted from the register. */
@Component
class FlowRows {

	/**
	 * The decisions against which an objection stands, to be joined to the decision
	 * {@code d}. Conditions that a ruling imposes meet it.
	 */
	private static final String DISSENT = """
			left join (select a.case_id, a.decision from assurance a
			            where a.outcome = 'OBJECTED'
			              and not exists (select 1 from agreement g
			                               where g.case_id = a.case_id and g.decision = a.decision and g.outcome = 'AGREED')
			              and not exists (select 1 from ruling r
			                               where r.case_id = a.case_id and r.decision = a.decision
			                                 and r.state = 'IN_FORCE' and r.outcome = 'IMPOSE_CONDITIONS')) dissent
			       on dissent.case_id = d.case_id and dissent.decision = d.number""";

	private final JdbcClient jdbc;

	private final ArbitrationFlowRows arbitration;

	FlowRows(JdbcClient jdbc, ArbitrationFlowRows arbitration) {
		this.jdbc = jdbc;
		this.arbitration = arbitration;
	}

	/**
	 * Counts what happened.
	 * @param begin the first instant that counts
	 * @param end the first that does not count any more
	 */
	Flows between(OffsetDateTime begin, OffsetDateTime end) {
		Query query = (sql) -> this.jdbc.sql(sql).param("begin", begin).param("end", end);
		return new Flows(count(query, """
				select count(*) from risk_case where opened_at >= :begin and opened_at < :end"""), count(query, """
				select count(*) from question where asked_at >= :begin and asked_at < :end"""), referrals(query),
				count(query, """
						select count(distinct (case_id, decision))
						  from referral
						 where decision is not null and referred_at >= :begin and referred_at < :end"""),
				decisions(query), settled(query), this.arbitration.between(begin, end));
	}

	private static long count(Query query, String sql) {
		return query.of(sql).query(Long.class).single();
	}

	private static Map<Reason, Map<Authority, Long>> referrals(Query query) {
		Map<Reason, Map<Authority, Long>> counts = zeroes(Reason.class, (reason) -> zeroes(Authority.class));
		query.of("""
				select reason, sent_to, count(*) as referrals
				  from referral
				 where referred_at >= :begin and referred_at < :end
				 group by reason, sent_to""").query((row) -> {
			put(counts, Reason.valueOf(row.getString("reason")), Authority.valueOf(row.getString("sent_to")),
					row.getLong("referrals"));
		});
		return counts;
	}

	/**
	 * A decision that was in force once stays counted so, a revised one counts from its
	 * revision on, and a refused one from when its ruling is in force, so that no count
	 * ever goes down.
	 */
	private static Map<Treatment, Map<DecisionOutcome, Long>> decisions(Query query) {
		Map<Treatment, Map<DecisionOutcome, Long>> counts = zeroes(Treatment.class,
				(treatment) -> zeroes(DecisionOutcome.class));
		query.of("""
				select treatment, outcome, count(*) as decisions
				  from (select d.treatment,
				               case when d.in_force_since is null then d.state
				                    when dissent.case_id is not null then 'IN_FORCE_WITH_DISSENT'
				                    else 'IN_FORCE' end as outcome,
				               coalesce(d.in_force_since, refusal.at, revision.decided_at, d.decided_at) as clear_at
				          from decision d
				          %s
				          left join decision revision on revision.case_id = d.case_id and revision.revises = d.number
				          left join lateral (
				                select min(g.in_force_since) as at from ruling g
				                 where d.state = 'REFUSED' and g.case_id = d.case_id and g.decision = d.number
				                   and g.state = 'IN_FORCE' and g.outcome = 'UPHOLD_OBJECTION') refusal on true
				         where d.state <> 'DECIDED') decided
				 where clear_at >= :begin and clear_at < :end
				 group by treatment, outcome""".formatted(DISSENT)).query((row) -> {
			put(counts, Treatment.valueOf(row.getString("treatment")),
					DecisionOutcome.valueOf(row.getString("outcome")), row.getLong("decisions"));
		});
		return counts;
	}

	private static Settled settled(Query query) {
		return query
			.of("""
					select count(*) as in_force,
					       count(*) filter (where dissent) as with_dissent,
					       count(*) filter (where challenged) as challenged,
					       count(*) filter (where challenged and asked) as asked,
					       count(*) filter (where not handed_up) as bilaterally,
					       coalesce(sum(hours), 0) as total,
					       avg(hours) as mean,
					       percentile_cont(0.5) within group (order by hours) as median,
					       percentile_cont(0.9) within group (order by hours) as p90
					  from (select dissent.case_id is not null as dissent,
					               c.route = 'CHALLENGE' as challenged,
					               q.case_id is not null as asked,
					               f.case_id is not null as handed_up,
					               cast(extract(epoch from d.in_force_since - c.opened_at) / 3600 as double precision) as hours
					          from decision d
					          join risk_case c on c.case_id = d.case_id
					          %s
					          left join (select distinct case_id from question) q on q.case_id = d.case_id
					          left join (select distinct case_id, decision from referral) f
					                 on f.case_id = d.case_id and f.decision = d.number
					         where d.in_force_since >= :begin and d.in_force_since < :end) settled"""
				.formatted(DISSENT))
			.query((row, number) -> new Settled(row.getLong("in_force"), row.getLong("with_dissent"),
					row.getLong("challenged"), row.getLong("asked"), row.getLong("bilaterally"),
					Elapsed.of(row.getLong("in_force"), row)))
			.single();
	}

	static <K extends Enum<K>> Map<K, Long> zeroes(Class<K> keys) {
		return zeroes(keys, (key) -> 0L);
	}

	static <K extends Enum<K>, V> Map<K, V> zeroes(Class<K> keys, Function<K, V> zero) {
		Map<K, V> zeroes = new EnumMap<>(keys);
		for (K key : keys.getEnumConstants()) {
			zeroes.put(key, zero.apply(key));
		}
		return zeroes;
	}

	static <K, L> void put(Map<K, Map<L, Long>> counts, K first, L second, long count) {
		counts.computeIfPresent(first, (key, inner) -> {
			inner.put(second, count);
			return inner;
		});
	}

	/** Asks about the time in question. */
	private interface Query {

		JdbcClient.StatementSpec of(String sql);

	}

}
