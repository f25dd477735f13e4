package dev.parley.engine;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays cases of the profile demo as the people who take part in them, in the past where
 * that is wanted. Every rule holds as it does for them.
 */
@Component
@Profile("demo")
public class CasePlay {

	private final RepositoryService repository;

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final FormService forms;

	private final ManagementService management;

	private final CallerScope callers;

	private final Duration ahead;

	CasePlay(RepositoryService repository, RuntimeService runtime, TaskService tasks, FormService forms,
			ManagementService management, CallerScope callers, DemoClockProperties clock) {
		this.repository = repository;
		this.runtime = runtime;
		this.tasks = tasks;
		this.forms = forms;
		this.management = management;
		this.callers = callers;
		this.ahead = clock.clockOffset();
	}

	/** Raises a risk, and returns the case id. */
	public String raise(String user, Map<String, @Nullable Object> answers) {
		String definition = this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(CaseProcess.KEY)
			.latestVersion()
			.singleResult()
			.getId();
		return this.callers.call(user, () -> this.forms.submitStartForm(definition, answers).getBusinessKey());
	}

	/** Claims and completes the first open task with a form that is meant for a user. */
	public void complete(String user, String caseId, String form, Map<String, @Nullable Object> answers) {
		String task = first(open(caseId, form).or().taskAssignee(user).taskCandidateUser(user).endOr(), caseId, form)
			.getId();
		this.callers.call(user, () -> {
			this.tasks.claim(task, user);
			this.forms.submitTaskForm(task, answers);
			return caseId;
		});
	}

	/** Lets what is due in a case when its task with a form is due come about. */
	public void letTimePass(String caseId, String form) {
		Date due = first(open(caseId, form), caseId, form).getDueDate();
		dueUntil(due, this.management.createJobQuery(), caseId).map(Job::getId)
			.toList()
			.forEach(this.management::executeJob);
	}

	/** Lets the day of an event of a case come, which it must have by now. */
	public void letDayCome(String caseId, String event) {
		JobQuery timers = this.management.createJobQuery().activityId(event);
		Job timer = dueUntil(ClockUtil.getCurrentTime(), timers, caseId).findFirst()
			.orElseThrow(
					() -> new IllegalStateException("In case %s the day of %s has not come".formatted(caseId, event)));
		this.management.executeJob(timer.getId());
	}

	private Stream<Job> dueUntil(Date last, JobQuery jobs, String caseId) {
		List<String> instances = this.runtime.createExecutionQuery()
			.processInstanceBusinessKey(caseId)
			.list()
			.stream()
			.map(Execution::getProcessInstanceId)
			.distinct()
			.toList();
		return jobs.timers()
			.duedateLowerThan(new Date(last.getTime() + 1))
			.list()
			.stream()
			.filter((job) -> instances.contains(job.getProcessInstanceId()));
	}

	/** Takes a time that lies so long ago for now. */
	public void goBack(Duration ago) {
		ClockUtil.offset(this.ahead.minus(ago).toMillis());
	}

	private TaskQuery open(String caseId, String form) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(caseId)
			.taskDefinitionKey("UserTask_" + form)
			.orderByTaskCreateTime()
			.asc();
	}

	private static Task first(TaskQuery query, String caseId, String form) {
		return query.list()
			.stream()
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Case %s has no open task %s".formatted(caseId, form)));
	}

}
