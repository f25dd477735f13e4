package dev.parley.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The tasks that wait for a person: those claimed, and the unclaimed ones of the offices
 * held.
 */
@Component
public class Worklist {

	private static final String[] SHOWN = { "caseId", "riskTitle", "riskLevel" };

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final Clock clock;

	Worklist(TaskService tasks, RuntimeService runtime, Clock clock) {
		this.tasks = tasks;
		this.runtime = runtime;
		this.clock = clock;
	}

	/** How many tasks wait. */
	public long count(String user, Collection<String> groups) {
		return query(user, groups).count();
	}

	/** How many of them are past their due date. */
	public long countOverdue(String user, Collection<String> groups) {
		return query(user, groups).dueBefore(Date.from(this.clock.instant())).count();
	}

	/** The first tasks by due date. */
	public List<WaitingTask> first(String user, Collection<String> groups, int limit) {
		List<Task> found = query(user, groups).orderByDueDate().asc().orderByTaskCreateTime().asc().listPage(0, limit);
		Map<String, Map<String, String>> shown = shown(found);
		return found.stream().map((task) -> waiting(task, shown.getOrDefault(task.getId(), Map.of()))).toList();
	}

	private TaskQuery query(String user, Collection<String> groups) {
		TaskQuery query = this.tasks.createTaskQuery().or().taskAssignee(user).taskCandidateUser(user);
		return (groups.isEmpty() ? query : query.taskCandidateGroupIn(List.copyOf(groups))).endOr();
	}

	private Map<String, Map<String, String>> shown(List<Task> found) {
		if (found.isEmpty()) {
			return Map.of();
		}
		String[] ids = found.stream().map(Task::getId).toArray(String[]::new);
		return this.runtime.createVariableInstanceQuery()
			.taskIdIn(ids)
			.variableNameIn(SHOWN)
			.list()
			.stream()
			.collect(Collectors.groupingBy(VariableInstance::getTaskId,
					Collectors.toMap(VariableInstance::getName, (variable) -> String.valueOf(variable.getValue()))));
	}

	private WaitingTask waiting(Task task, Map<String, String> shown) {
		Instant due = (task.getDueDate() != null) ? task.getDueDate().toInstant() : null;
		return new WaitingTask(task.getId(), task.getName(), shown.getOrDefault("caseId", ""),
				shown.getOrDefault("riskTitle", ""), shown.getOrDefault("riskLevel", ""), due,
				due != null && due.isBefore(this.clock.instant()), task.getAssignee() != null);
	}

	/**
	 * A task that waits.
	 *
	 * @param id task id
	 * @param name what to do
	 * @param caseId the case
	 * @param riskTitle title of the risk
	 * @param levelLabel level of the risk in words
	 * @param due when it is due
	 * @param overdue whether that is past
	 * @param claimed whether the person has claimed it
	 */
	public record WaitingTask(String id, String name, String caseId, String riskTitle, String levelLabel,
			@Nullable Instant due, boolean overdue, boolean claimed) {
	}

}
