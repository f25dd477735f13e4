package dev.parley.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.stereotype.Component;

/**
 * Sets timers that stand for days. The engine keeps the moment at which a day was to
 * begin when the timer was set; that moment changes with the time zone and its rules.
 */
@Component
public class DayTimers {

	private final ManagementService management;

	private final RuntimeService runtime;

	DayTimers(ManagementService management, RuntimeService runtime) {
		this.management = management;
		this.runtime = runtime;
	}

	/**
	 * Sets the timers of a process that are set to another moment.
	 * @param process id of the model
	 * @param moments the moment that a timer stands for, by its expression in the model
	 * and its case; empty for a timer that is left alone
	 * @return how many were set
	 */
	public int set(String process, BiFunction<String, String, Optional<Instant>> moments) {
		Map<String, String> cases = this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(process)
			.list()
			.stream()
			.collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
		return this.management.createJobDefinitionQuery()
			.processDefinitionKey(process)
			.list()
			.stream()
			.mapToInt((timer) -> set(timer, cases, moments))
			.sum();
	}

	private int set(JobDefinition timer, Map<String, String> cases,
			BiFunction<String, String, Optional<Instant>> moments) {
		int moved = 0;
		for (Job job : this.management.createJobQuery().jobDefinitionId(timer.getId()).list()) {
			Optional<Date> due = Optional.ofNullable(cases.get(job.getProcessInstanceId()))
				.flatMap((caseId) -> moments.apply(timer.getJobConfiguration(), caseId))
				.map(Date::from)
				.filter((moment) -> !moment.equals(job.getDuedate()));
			due.ifPresent((moment) -> this.management.setJobDuedate(job.getId(), moment));
			moved += due.isPresent() ? 1 : 0;
		}
		return moved;
	}

}
