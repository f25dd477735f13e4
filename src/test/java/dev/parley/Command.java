package dev.parley;

import java.util.Map;
import java.util.function.Consumer;

import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;

/**
 * One command to the engine, as each of its APIs takes it.
 *
 * @param method HTTP method
 * @param path path below the root of an API over HTTP
 * @param body body, or null
 * @param java the same command in Java
 */
public record Command(String method, String path, @Nullable Object body, Consumer<ProcessEngine> java) {

	public static Command claim(String task, String user) {
		return new Command("POST", "/task/" + task + "/claim", Map.of("userId", user),
				(engine) -> engine.getTaskService().claim(task, user));
	}

	public static Command giveBack(String task) {
		return new Command("POST", "/task/" + task + "/unclaim", Map.of(),
				(engine) -> engine.getTaskService().claim(task, null));
	}

	public static Command assign(String task, String user) {
		return new Command("POST", "/task/" + task + "/assignee", Map.of("userId", user),
				(engine) -> engine.getTaskService().setAssignee(task, user));
	}

	public static Command assignToNobody(String task) {
		return new Command("POST", "/task/" + task + "/assignee", "{}",
				(engine) -> engine.getTaskService().setAssignee(task, null));
	}

	public static Command complete(String task, Map<String, Object> answers) {
		return new Command("POST", "/task/" + task + "/complete", Caller.variables(answers),
				(engine) -> engine.getTaskService().complete(task, answers));
	}

	public static Command submitForm(String task, Map<String, Object> answers) {
		return new Command("POST", "/task/" + task + "/submit-form", Caller.variables(answers),
				(engine) -> engine.getFormService().submitTaskForm(task, answers));
	}

}
