package org.camunda.bpm.engine.impl.cmd;

import java.util.Map;

import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the engine's commands carry. It lies in their package because the fields are
 * protected there.
 */
public final class CommandFields {

	private CommandFields() {
	}

	public static String taskId(CompleteTaskCmd command) {
		return command.taskId;
	}

	public static Map<String, Object> variables(CompleteTaskCmd command) {
		return command.variables;
	}

	/** The same completion with other variables. */
	public static CompleteTaskCmd with(CompleteTaskCmd command, Map<String, Object> variables) {
		return new CompleteTaskCmd(command.taskId, variables, command.returnVariables,
				command.deserializeReturnedVariables);
	}

	public static String taskId(SubmitTaskFormCmd command) {
		return command.taskId;
	}

	public static Map<String, Object> variables(SubmitTaskFormCmd command) {
		return command.properties;
	}

	/** The same completion with other variables. */
	public static SubmitTaskFormCmd with(SubmitTaskFormCmd command, Map<String, Object> variables) {
		return new SubmitTaskFormCmd(command.taskId, variables, command.returnVariables, command.deserializeValues);
	}

	/** The same reading of only the variables that are the task's own. */
	public static GetTaskVariablesCmd local(GetTaskVariablesCmd command) {
		return new GetTaskVariablesCmd(command.taskId, command.variableNames, true, command.deserializeValues);
	}

	/** The same reading of only a variable that is the task's own. */
	public static GetTaskVariableCmd local(GetTaskVariableCmd command) {
		return new GetTaskVariableCmd(command.taskId, command.variableName, true);
	}

	/** The same reading of only a variable that is the task's own. */
	public static GetTaskVariableCmdTyped local(GetTaskVariableCmdTyped command) {
		return new GetTaskVariableCmdTyped(command.taskId, command.variableName, true, command.deserializeValue);
	}

	/** The same reading of only the variables that are the task's own. */
	public static GetTaskVariablesCmd local(GetTaskFormVariablesCmd command) {
		return new GetTaskVariablesCmd(command.resourceId, command.formVariableNames, true,
				command.deserializeObjectValues);
	}

	public static String filterId(AbstractExecuteFilterCmd command) {
		return command.filterId;
	}

	/** The query that the caller adds to that of the filter, or null. */
	public static @Nullable Query<?, ?> extendingQuery(AbstractExecuteFilterCmd command) {
		return command.extendingQuery;
	}

	public static String processDefinitionId(SubmitStartFormCmd command) {
		return command.processDefinitionId;
	}

	public static Map<String, Object> variables(SubmitStartFormCmd command) {
		return command.variables;
	}

	public static ProcessInstantiationBuilderImpl builder(StartProcessInstanceCmd command) {
		return command.instantiationBuilder;
	}

	public static String taskId(ClaimTaskCmd command) {
		return command.taskId;
	}

	public static String userId(ClaimTaskCmd command) {
		return command.userId;
	}

	public static String taskId(AssignTaskCmd command) {
		return command.taskId;
	}

	public static String userId(AssignTaskCmd command) {
		return command.userId;
	}

	public static String jobId(ExecuteJobsCmd command) {
		return command.jobId;
	}

	/** Whether it gives a failed job new tries, and does nothing else. */
	public static boolean isRepair(SetJobRetriesCmd command) {
		return command.retries > 0 && !command.isDueDateSet;
	}

	public static String userId(SaveUserCmd command) {
		return command.user.getId();
	}

	public static String userId(CreateMembershipCmd command) {
		return command.userId;
	}

	public static String groupId(CreateMembershipCmd command) {
		return command.groupId;
	}

}
