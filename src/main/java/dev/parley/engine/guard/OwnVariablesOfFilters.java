package dev.parley.engine.guard;

import java.util.function.Supplier;

import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.CommandFields;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.jspecify.annotations.Nullable;

/**
 * Holds a stored filter to what a query is held to by {@link OwnVariables}: the engine
 * runs its query as no command of its own.
 */
class OwnVariablesOfFilters extends CommandInterceptor {

	private final Supplier<@Nullable Authentication> caller;

	OwnVariablesOfFilters(Supplier<@Nullable Authentication> caller) {
		this.caller = caller;
	}

	@Override
	public <T> T execute(Command<T> command) {
		if (this.caller.get() != null && command instanceof AbstractExecuteFilterCmd filter) {
			requireOwn(CommandFields.extendingQuery(filter));
			requireOwn(storedQuery(CommandFields.filterId(filter)));
		}
		return this.next.execute(command);
	}

	private static @Nullable Object storedQuery(String filterId) {
		FilterEntity filter = Context.getCommandContext().getFilterManager().findFilterById(filterId);
		return (filter != null) ? filter.getQuery() : null;
	}

	private static void requireOwn(@Nullable Object query) {
		if (query instanceof TaskQueryImpl tasks) {
			OwnVariables.require(tasks);
		}
	}

}
