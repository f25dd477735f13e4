package dev.parley.engine.task;

import java.util.Date;

import dev.parley.engine.Deadlines;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * Gives each new task what its form and its card show, local to the task, and its due
 * date. It belongs to every user task, so that no redesign of a diagram can lose it.
 */
@Component
class TaskCreatedListener implements TaskListener {

	private static final String STEP_DUE = "stepDue";

	private final TaskFacts facts;

	private final Deadlines deadlines;

	private final Forms forms;

	TaskCreatedListener(TaskFacts facts, Deadlines deadlines, Forms forms) {
		this.forms = forms;
		this.facts = facts;
		this.deadlines = deadlines;
	}

	@Override
	public void notify(DelegateTask task) {
		ExecutionEntity execution = (ExecutionEntity) task.getExecution();
		String part = Part.of(execution);
		if (part != null && part.matches("\\d+")) {
			task.setName(task.getName() + " " + part);
		}
		task.setVariablesLocal(this.facts.of(task));
		task.setDueDate(this.forms.ofTask(task.getTaskDefinitionKey())
			.flatMap((form) -> form.due(String.valueOf(task.getVariable("caseId")), part))
			.map(Date::from)
			.orElseGet(() -> due(execution, Forms.nameOf(task.getTaskDefinitionKey()))));
	}

	/**
	 * When the task is due. Tasks that follow each other in one step share the step's
	 * deadline, which began with the first.
	 */
	private Date due(ExecutionEntity execution, String form) {
		boolean inTurn = execution.hasVariableLocal("nrOfInstances") && execution.hasVariableLocal("loopCounter");
		if (inTurn && execution.getVariableLocal(STEP_DUE) instanceof Date due) {
			return due;
		}
		Date due = this.deadlines.of(execution, form);
		if (inTurn) {
			execution.setVariableLocal(STEP_DUE, due);
		}
		return due;
	}

}
