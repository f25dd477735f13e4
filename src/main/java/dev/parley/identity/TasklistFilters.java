package dev.parley.identity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The filters that Tasklist shows to everybody, and what is on a task's card. */
@Component
class TasklistFilters {

	private static final int REFRESH_SECONDS = 10;

	/** Tells the filters made here from others that happen to bear the same name. */
	private static final String OWN_MARK = "parley";

	private final FilterService filters;

	private final TaskService tasks;

	private final Grants grants;

	TasklistFilters(FilterService filters, TaskService tasks, Grants grants) {
		this.filters = filters;
		this.tasks = tasks;
		this.grants = grants;
	}

	void ensure() {
		ensure("My tasks", "Tasks that I have claimed", 0,
				this.tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
		ensure("My group's tasks", "Tasks of my office that nobody has claimed yet", 1,
				this.tasks.createTaskQuery()
					.or()
					.taskCandidateUserExpression("${currentUser()}")
					.taskCandidateGroupInExpression("${currentUserGroups()}")
					.endOr()
					.taskUnassigned());
		ensure("Claimed in my office", "Tasks that a colleague or I have claimed, to be taken over where needed", 2,
				this.tasks.createTaskQuery()
					.taskCandidateGroupInExpression("${currentUserGroups()}")
					.includeAssignedTasks()
					.taskAssigned());
		ensure("Overdue", "Tasks of mine and of my office that are past their due date", 3, overdue());
		ensureForAdministrators();
	}

	private TaskQuery overdue() {
		return this.tasks.createTaskQuery()
			.or()
			.taskAssigneeExpression("${currentUser()}")
			.taskCandidateUserExpression("${currentUser()}")
			.taskCandidateGroupInExpression("${currentUserGroups()}")
			.endOr()
			.dueBeforeExpression("${now()}");
	}

	private void ensureForAdministrators() {
		Filter all = ensureFilter("All tasks", "Every open task; for administrators and auditors", 4,
				this.tasks.createTaskQuery());
		this.grants.ensure(Office.ADMINISTRATOR, Resources.FILTER, all.getId(), Permissions.READ);
		this.grants.ensure(Office.AUDITOR, Resources.FILTER, all.getId(), Permissions.READ);
	}

	private void ensure(String name, String description, int priority, TaskQuery query) {
		Filter filter = ensureFilter(name, description, priority, query);
		Arrays.stream(Office.values())
			.forEach((office) -> this.grants.ensure(office, Resources.FILTER, filter.getId(), Permissions.READ));
	}

	private Filter ensureFilter(String name, String description, int priority, TaskQuery query) {
		Filter filter = this.filters.createTaskFilterQuery()
			.filterName(name)
			.list()
			.stream()
			.filter((present) -> name.equals(present.getProperties().get(OWN_MARK)))
			.findFirst()
			.orElseGet(() -> this.filters.newTaskFilter(name));
		filter.setQuery(query);
		filter.setProperties(properties(name, description, priority));
		return this.filters.saveFilter(filter);
	}

	private static Map<String, Object> properties(String name, String description, int priority) {
		Map<String, Object> properties = new HashMap<>();
		properties.put(OWN_MARK, name);
		properties.put("description", description);
		properties.put("priority", priority);
		properties.put("refresh", true);
		properties.put("refreshInterval", REFRESH_SECONDS);
		properties.put("showUndefinedVariable", false);
		properties.put("variables",
				List.of(variable("caseId", "Case"), variable("riskTitle", "Risk"), variable("riskLevel", "Level")));
		return properties;
	}

	private static Map<String, String> variable(String name, String label) {
		return Map.of("name", name, "label", label);
	}

}
