package dev.parley.engine.task;

import java.util.Map;

import dev.parley.register.Acts;
import dev.parley.submission.DutyRefused;
import dev.parley.submission.Submission;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completes a task with what was submitted. */
@Component
class Completion {

	private final Forms forms;

	private final TaskAccess access;

	private final Acts acts;

	Completion(Forms forms, TaskAccess access, Acts acts) {
		this.forms = forms;
		this.access = access;
		this.acts = acts;
	}

	/**
	 * Checks the person and the answers, and enters the answers into the register.
	 * @return the routing values that the process goes on with
	 */
	Map<String, Object> accept(TaskEntity task, Map<String, @Nullable Object> values, @Nullable String caller) {
		return Context.getCommandContext().runWithoutAuthorization(() -> accept(form(task), task, values, caller));
	}

	private <S> Map<String, Object> accept(TaskForm<S> form, TaskEntity task, Map<String, @Nullable Object> values,
			@Nullable String caller) {
		String part = Part.of(task.getExecution());
		String user = this.access.require(task, form.duty(part), caller);
		TaskContext context = new TaskContext(TaskAccess.caseId(task), part, user,
				task.getProcessDefinition().getDeploymentId());
		Submission submission = new Submission(values);
		S answers = form.read(submission, context);
		submission.close();
		Map<String, Object> routing = form.accept(answers, context);
		this.acts.record(context.caseId(), form.duty(part), user);
		return routing;
	}

	/** Checks that the person may work on the task, whoever works on it now. */
	void requireEntitled(TaskEntity task, @Nullable String user) {
		this.access.requireEntitled(task, form(task).duty(Part.of(task.getExecution())), user);
	}

	private TaskForm<?> form(TaskEntity task) {
		String key = String.valueOf(task.getTaskDefinitionKey());
		return this.forms.ofTask(key)
			.orElseThrow(() -> new DutyRefused("The task %s has no form that Parley knows.".formatted(key)));
	}

}
