package dev.parley.engine.guard;

import java.util.function.Supplier;

import dev.parley.submission.SubmissionRefused;
import org.camunda.bpm.engine.impl.QueryEntityRelationCondition;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryVariableValue;
import org.camunda.bpm.engine.impl.VariableInstanceQueryProperty;
import org.camunda.bpm.engine.impl.VariableOrderProperty;
import org.camunda.bpm.engine.impl.cmd.CommandFields;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmdTyped;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * Lets a signed-in caller read of a task only the variables that are its own, and search
 * and sort by no others. What a task inherits tells what nobody may know yet, such as how
 * many of a committee have voted.
 */
class OwnVariables extends CommandInterceptor {

	private static final String NOT_OWN = "Tasks are searched and sorted by their own variables (caseId, riskTitle and"
			+ " riskLevel, as task variables), not by those of their process.";

	private final Supplier<@Nullable Authentication> caller;

	OwnVariables(Supplier<@Nullable Authentication> caller) {
		this.caller = caller;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> T execute(Command<T> command) {
		if (this.caller.get() == null) {
			return this.next.execute(command);
		}
		if (command instanceof TaskQueryImpl query) {
			require(query);
		}
		if (Context.getCommandContext() != null) {
			return this.next.execute(command);
		}
		T result = this.next.execute((Command<T>) ofTaskOnly(command));
		boolean completed = command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd;
		return (completed && result != null) ? (T) Variables.createVariables() : result;
	}

	/**
	 * Requires that a query asks for no variables but the tasks' own.
	 * @throws SubmissionRefused when it does
	 */
	static void require(TaskQueryImpl query) {
		if (asksForOthers(query)) {
			throw new SubmissionRefused(NOT_OWN);
		}
	}

	private static Command<?> ofTaskOnly(Command<?> command) {
		if (command instanceof GetTaskVariablesCmd read) {
			return CommandFields.local(read);
		}
		if (command instanceof GetTaskVariableCmd read) {
			return CommandFields.local(read);
		}
		if (command instanceof GetTaskVariableCmdTyped read) {
			return CommandFields.local(read);
		}
		return (command instanceof GetTaskFormVariablesCmd read) ? CommandFields.local(read) : command;
	}

	private static boolean asksForOthers(TaskQueryImpl query) {
		return query.getQueries()
			.stream()
			.anyMatch((part) -> part.getVariables().stream().anyMatch((value) -> !value.isLocal())
					|| part.getOrderingProperties().stream().anyMatch(OwnVariables::isByOthers));
	}

	private static boolean isByOthers(QueryOrderingProperty order) {
		return order instanceof VariableOrderProperty && order.getRelationConditions()
			.stream()
			.map(QueryEntityRelationCondition::getProperty)
			.noneMatch(VariableInstanceQueryProperty.TASK_ID::equals);
	}

}
