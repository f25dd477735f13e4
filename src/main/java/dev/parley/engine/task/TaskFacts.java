package dev.parley.engine.task;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.register.Level;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a task's form and its card show, as values local to the task. */
@Component
class TaskFacts {

	private final Forms forms;

	private final ObjectMapper json;

	TaskFacts(Forms forms, ObjectMapper json) {
		this.forms = forms;
		this.json = json;
	}

	Map<String, Object> of(DelegateTask task) {
		String key = task.getTaskDefinitionKey();
		String caseId = String.valueOf(task.getVariable("caseId"));
		Map<String, @Nullable Object> shown = this.forms.ofTask(key)
			.map((form) -> form.caseSoFar(caseId, Part.of((ExecutionEntity) task.getExecution())))
			.orElseThrow(() -> new IllegalStateException("The task %s has no form that Parley knows".formatted(key)));
		Map<String, Object> facts = new HashMap<>();
		facts.put("caseSoFar", SpinValues.jsonValue(written(shown)).create());
		facts.put("caseId", caseId);
		facts.put("riskTitle", String.valueOf(shown.get("title")));
		facts.put("riskLevel", levelLabel(task.getVariable("level")));
		return facts;
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
