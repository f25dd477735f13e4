package dev.parley.engine.task;

import dev.parley.register.Cases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happens in a case happens one after the other, be it done by a person or by a
 * deadline. Each holds the case until its transaction ends, and before it reads anything
 * of it: whoever waited finds the case as it is then, its task done perhaps.
 */
@Component
class CaseTurn {

	private final Cases cases;

	private final JdbcClient jdbc;

	CaseTurn(Cases cases, JdbcClient jdbc) {
		this.cases = cases;
		this.jdbc = jdbc;
	}

	/** Waits for the turn of a task. */
	void ofTask(String taskId) {
		this.jdbc.sql("select text_ from act_ru_variable where task_id_ = ? and name_ = 'caseId'")
			.param(taskId)
			.query(String.class)
			.optional()
			.ifPresent(this.cases::lock);
	}

	/** Waits for the turn of a job, such as a deadline. */
	void ofJob(String jobId) {
		this.jdbc.sql("""
				select v.text_
				  from act_ru_job j
				  join act_ru_variable v on v.execution_id_ = j.process_instance_id_ and v.name_ = 'caseId'
				 where j.id_ = ?""").param(jobId).query(String.class).optional().ifPresent(this.cases::lock);
	}

}
