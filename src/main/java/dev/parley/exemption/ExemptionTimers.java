package dev.parley.exemption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.parley.database.StartUp;
import dev.parley.register.Exemption;
import dev.parley.register.Exemption.Days;
import dev.parley.register.Exemptions;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Puts the timers of exemptions right when Parley starts. They were set to moments, by
 * the time zone and its rules as they were then; what counts are the days of the
 * register, in the organisation's zone as it is now. Other deadlines are left alone: they
 * count from when something was asked.
 */
@Component
class ExemptionTimers implements SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(ExemptionTimers.class);

	private final ManagementService management;

	private final RuntimeService runtime;

	private final Exemptions exemptions;

	private final Clock clock;

	private final StartUp startUp;

	ExemptionTimers(ManagementService management, RuntimeService runtime, Exemptions exemptions, Clock clock,
			StartUp startUp) {
		this.management = management;
		this.runtime = runtime;
		this.exemptions = exemptions;
		this.clock = clock;
		this.startUp = startUp;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.startUp.run(() -> {
			int moved = putRight();
			if (moved > 0) {
				LOG.info("Timers of exemptions: {} put right for the time zone {}", moved, this.clock.getZone());
			}
		});
	}

	/** How many were wrong. */
	private int putRight() {
		Map<String, Days> days = daysByInstance();
		return this.management.createJobDefinitionQuery()
			.processDefinitionKey(ExemptionProcess.KEY)
			.list()
			.stream()
			.mapToInt((timer) -> putRight(timer, days))
			.sum();
	}

	private Map<String, Days> daysByInstance() {
		Map<String, Exemption> live = this.exemptions.live();
		Map<String, Days> days = new HashMap<>();
		this.runtime.createProcessInstanceQuery().processDefinitionKey(ExemptionProcess.KEY).list().forEach((watch) -> {
			Exemption exemption = live.get(watch.getBusinessKey());
			if (exemption != null) {
				days.put(watch.getId(), exemption.days());
			}
		});
		return days;
	}

	private int putRight(JobDefinition timer, Map<String, Days> days) {
		String expression = timer.getJobConfiguration();
		int moved = 0;
		for (Job job : this.management.createJobQuery().jobDefinitionId(timer.getId()).list()) {
			Optional<Date> due = Optional.ofNullable(days.get(job.getProcessInstanceId()))
				.flatMap((known) -> ExemptionDays.named(expression, known))
				.map((day) -> ExemptionDays.beginOf(day, this.clock.getZone()))
				.filter((moment) -> !moment.equals(job.getDuedate()));
			due.ifPresent((moment) -> this.management.setJobDuedate(job.getId(), moment));
			moved += due.isPresent() ? 1 : 0;
		}
		return moved;
	}

}
