package dev.parley.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.parley.identity.Office;
import dev.parley.insight.Measures.Stocks;
import dev.parley.register.Referral.Reason;
import dev.parley.register.UnacceptableState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is the case now, counted from the register and from the engine's tables. */
@Component
class StockRows {

	private final JdbcClient jdbc;

	private final Clock clock;

	StockRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Stocks at(Instant now) {
		return new Stocks(unacceptable(LocalDate.ofInstant(now, this.clock.getZone())),
				count("select count(*) from decision where state = 'DECIDED'"), referralsWaiting(), overdue(now),
				count("select count(*) from act_ru_incident where id_ = root_cause_incident_id_"),
				count("select count(*) from act_ru_job where retries_ = 0"));
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private Map<UnacceptableState, Long> unacceptable(LocalDate today) {
		Map<UnacceptableState, Long> counts = new EnumMap<>(UnacceptableState.class);
		Arrays.stream(UnacceptableState.values()).forEach((state) -> counts.put(state, 0L));
		this.jdbc.sql("select state, count(*) as risks from unacceptable_risks(?) group by state")
			.param(today)
			.query((row) -> {
				counts.put(UnacceptableState.valueOf(row.getString("state")), row.getLong("risks"));
			});
		return counts;
	}

	private Map<Reason, Long> referralsWaiting() {
		Map<Reason, Long> counts = FlowRows.zeroes(Reason.class);
		this.jdbc.sql("select reason, count(*) as referrals from referral where state = 'OPEN' group by reason")
			.query((row) -> {
				counts.put(Reason.valueOf(row.getString("reason")), row.getLong("referrals"));
			});
		return counts;
	}

	/** A task that is offered to two groups counts in both. */
	private Map<String, Long> overdue(Instant now) {
		Map<String, Long> counts = new LinkedHashMap<>();
		Arrays.stream(Office.values()).forEach((office) -> counts.put(office.group(), 0L));
		counts.put(Measures.NO_OFFICE, 0L);
		this.jdbc.sql("""
				select coalesce(link.group_id_, '') as office, count(*) as tasks
				  from act_ru_task task
				  left join act_ru_identitylink link
				         on link.task_id_ = task.id_ and link.type_ = 'candidate' and link.group_id_ is not null
				 where task.due_date_ < cast(:now as timestamptz)
				 group by link.group_id_""").param("now", now.atOffset(ZoneOffset.UTC)).query((row) -> {
			String office = row.getString("office");
			counts.merge(counts.containsKey(office) ? office : Measures.NO_OFFICE, row.getLong("tasks"), Long::sum);
		});
		return counts;
	}

}
