package dev.parley.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** What the job executor has to do, and how it gets on with it. */
@Component
public class JobWork {

	private static final String DUE = "retries_ > 0 and suspension_state_ = 1 and coalesce(duedate_, :now) <= :now"
			+ " and coalesce(lock_exp_time_ < :now, true)";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final JobExecutor executor;

	JobWork(JdbcClient jdbc, Clock clock, ProcessEngine engine) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
	}

	/** The name under which this node locks the jobs that it works on. */
	public String lockOwner() {
		return this.executor.getLockOwner();
	}

	/** The figures as of now. */
	public Figures figures() {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				select count(*) filter (where %1$s) as due,
				       count(*) filter (where lock_exp_time_ >= :now) as locked,
				       count(*) filter (where suspension_state_ <> 1) as suspended,
				       count(*) filter (where retries_ > 0 and exception_msg_ is not null) as tried_again,
				       count(*) filter (where type_ = 'timer' and retries_ > 0 and duedate_ > :now
				                          and duedate_ <= :tomorrow) as soon,
				       min(coalesce(duedate_, create_time_)) filter (where %1$s and exception_msg_ is null) as oldest
				  from act_ru_job""".formatted(DUE))
			.param("now", Timestamp.from(now))
			.param("tomorrow", Timestamp.from(now.plus(Duration.ofDays(1))))
			.query((row, number) -> figures(row, now))
			.single();
	}

	private Figures figures(ResultSet row, Instant now) throws SQLException {
		Timestamp oldest = row.getTimestamp("oldest");
		return new Figures(this.executor.isActive(), threads(), row.getLong("due"), row.getLong("locked"),
				row.getLong("suspended"), row.getLong("tried_again"), row.getLong("soon"),
				(oldest != null) ? Duration.between(oldest.toInstant(), now) : null);
	}

	private @Nullable Integer threads() {
		return (this.executor instanceof SpringJobExecutor spring
				&& spring.getTaskExecutor() instanceof ThreadPoolTaskExecutor pool) ? pool.getMaxPoolSize() : null;
	}

	/** How many jobs each node works on, by the name under which it locks them. */
	public Map<String, Long> lockedByOwner() {
		Map<String, Long> locked = new HashMap<>();
		this.jdbc.sql("select lock_owner_, count(*) from act_ru_job where lock_exp_time_ >= ? group by lock_owner_")
			.param(Timestamp.from(this.clock.instant()))
			.query((row) -> {
				locked.put(row.getString(1), row.getLong(2));
			});
		return locked;
	}

	/**
	 * What there is to do.
	 *
	 * @param active whether this node works on jobs
	 * @param threads how many it works on at a time at most, or null where it does not
	 * @param due jobs that are due and that no node works on
	 * @param locked jobs that a node works on
	 * @param suspended jobs that somebody suspended
	 * @param triedAgain jobs that failed and have tries left
	 * @param soon timers due within 24 hours
	 * @param oldest how long the oldest due job that was never tried has waited, or null
	 */
	public record Figures(boolean active, @Nullable Integer threads, long due, long locked, long suspended,
			long triedAgain, long soon, @Nullable Duration oldest) {
	}

}
