package dev.parley.engine.task;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.engine.Deadlines;
import dev.parley.register.Level;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives each new task what its form and its card show, local to the task, and its due
 * date. It belongs to every user task, so that no redesign of a diagram can lose it.
 */
@Component
class TaskCreatedListener implements TaskListener {

	private static final String STEP_DUE = "stepDue";

	private final Forms forms;

	private final Deadlines deadlines;

	private final ObjectMapper json;

	TaskCreatedListener(Forms forms, Deadlines deadlines, ObjectMapper json) {
		this.forms = forms;
		this.deadlines = deadlines;
		this.json = json;
	}

	@Override
	public void notify(DelegateTask task) {
		String key = task.getTaskDefinitionKey();
		String caseId = String.valueOf(task.getVariable("caseId"));
		ExecutionEntity execution = (ExecutionEntity) task.getExecution();
		Map<String, @Nullable Object> shown = this.forms.ofTask(key)
			.map((form) -> form.caseSoFar(caseId, Part.of(execution)))
			.orElseThrow(() -> new IllegalStateException("The task %s has no form that Parley knows".formatted(key)));
		task.setVariablesLocal(locals(task, shown));
		task.setDueDate(due(execution, Forms.nameOf(key)));
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

	private Map<String, Object> locals(DelegateTask task, Map<String, @Nullable Object> shown) {
		Map<String, Object> locals = new HashMap<>();
		locals.put("caseSoFar", SpinValues.jsonValue(written(shown)).create());
		locals.put("caseId", String.valueOf(shown.get("caseId")));
		locals.put("riskTitle", String.valueOf(shown.get("title")));
		locals.put("riskLevel", levelLabel(task.getVariable("level")));
		return locals;
	}

	private static String levelLabel(@Nullable Object level) {
		return (level instanceof String name && !name.equals(Level.UNRATED)) ? Level.valueOf(name).label()
				: "Not rated yet";
	}

	private String written(Map<String, @Nullable Object> shown) {
		try {
			return this.json.writeValueAsString(shown);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
