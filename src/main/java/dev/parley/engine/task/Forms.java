package dev.parley.engine.task;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.parley.submission.StartForm;
import dev.parley.submission.TaskForm;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the class behind a form by its name: DecideRisk is {@code DecideRiskForm}. */
@Component
public class Forms {

	private static final String TASK_PREFIX = "UserTask_";

	private static final String CLASS_SUFFIX = "Form";

	private final ObjectProvider<TaskForm<?>> taskForms;

	private final ObjectProvider<StartForm<?>> startForms;

	Forms(ObjectProvider<TaskForm<?>> taskForms, ObjectProvider<StartForm<?>> startForms) {
		this.taskForms = taskForms;
		this.startForms = startForms;
	}

	/** Names of all forms of user tasks that Parley understands. */
	public Set<String> taskFormNames() {
		return byName(this.taskForms).keySet();
	}

	/** The form of a user task, by the task's id in the model. */
	Optional<TaskForm<?>> ofTask(String taskDefinitionKey) {
		return Optional.ofNullable(byName(this.taskForms).get(nameOf(taskDefinitionKey)));
	}

	/** The start form, by its name. */
	Optional<StartForm<?>> ofStart(String form) {
		return Optional.ofNullable(byName(this.startForms).get(form));
	}

	/** The form's name of a user task: its id without the prefix. */
	public static String nameOf(String taskDefinitionKey) {
		return taskDefinitionKey.startsWith(TASK_PREFIX) ? taskDefinitionKey.substring(TASK_PREFIX.length())
				: taskDefinitionKey;
	}

	private static <F> Map<String, F> byName(ObjectProvider<F> forms) {
		return forms.stream().collect(Collectors.toMap(Forms::formName, Function.identity()));
	}

	private static String formName(Object form) {
		String name = AopUtils.getTargetClass(form).getSimpleName();
		return name.substring(0, name.length() - CLASS_SUFFIX.length());
	}

}
