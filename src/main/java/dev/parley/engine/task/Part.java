package dev.parley.engine.task;

import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.jspecify.annotations.Nullable;

/**
 * Tells which of several like tasks a task is: the element of the collection that its
 * multi-instance activity goes through.
 */
final class Part {

	private Part() {
	}

	/**
	 * The element of a task's execution as text, or that of the subprocess around it;
	 * null when the task is the only one.
	 */
	static @Nullable String of(ExecutionEntity execution) {
		ActivityImpl activity = execution.getActivity();
		ScopeImpl around = (activity != null) ? activity.getFlowScope() : null;
		while (around instanceof ActivityImpl scope) {
			if (scope.getActivityBehavior() instanceof MultiInstanceActivityBehavior several
					&& several.getCollectionElementVariable() != null) {
				return String.valueOf(execution.getVariable(several.getCollectionElementVariable()));
			}
			around = scope.getFlowScope();
		}
		return null;
	}

}
