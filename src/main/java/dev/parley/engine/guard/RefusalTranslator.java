package dev.parley.engine.guard;

import java.sql.SQLException;
import java.util.Optional;

import dev.parley.submission.DutyRefused;
import dev.parley.submission.StateRefused;
import dev.parley.submission.SubmissionRefused;
import dev.parley.submission.TaskGone;
import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * The outermost interceptor: finds a refusal in whatever the engine wrapped it in, and
 * hands it on as what the person should see.
 */
class RefusalTranslator extends CommandInterceptor {

	private static final String AT_THE_SAME_MOMENT = "Somebody else worked on this at the same moment."
			+ " Load the page again to see where it stands.";

	/** SQLSTATE character_not_in_repertoire: a NUL in a text. */
	private static final String UNSTORABLE_CHARACTER = "22021";

	private static final String NOT_THERE = "What you ask for is not there, or not any more."
			+ " Load the page again to see where it stands.";

	private static final String EXPRESSION_FAULT = "The query has an expression that cannot be evaluated."
			+ " It may read currentUser(), currentUserGroups(), now() and dateTime().";

	@Override
	public <T> T execute(Command<T> command) {
		if (Context.getCommandContext() != null) {
			return this.next.execute(command);
		}
		try {
			return this.next.execute(command);
		}
		catch (RuntimeException ex) {
			throw translate(ex).or(() -> gone(command, ex))
				.or(() -> expressionFault(command, ex))
				.map((refusal) -> (RuntimeException) refusal)
				.orElse(ex);
		}
	}

	/** What is asked for and not there, of which the engine says it with 500. */
	private static Optional<Refusal> gone(Command<?> command, RuntimeException thrown) {
		boolean missing = thrown instanceof NullValueException
				|| (command instanceof GetDeployedTaskFormCmd && thrown instanceof NullPointerException);
		return missing ? Optional.of(new Refusal(NOT_THERE, Status.NOT_FOUND, thrown)) : Optional.empty();
	}

	/** A caller's expression that cannot be read or evaluated is the caller's fault. */
	private static Optional<Refusal> expressionFault(Command<?> command, RuntimeException thrown) {
		boolean querying = command instanceof Query || command instanceof AbstractExecuteFilterCmd;
		boolean fault = thrown instanceof ELException || thrown instanceof IllegalArgumentException
				|| thrown.getCause() instanceof ELException
				|| String.valueOf(thrown.getMessage()).startsWith("Unable to resolve expression");
		return (querying && fault) ? Optional.of(new Refusal(EXPRESSION_FAULT, Status.BAD_REQUEST, thrown))
				: Optional.empty();
	}

	private static Optional<Refusal> translate(RuntimeException thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			Refusal refusal = refusal(cause);
			if (refusal != null) {
				return Optional.of(refusal);
			}
		}
		return Optional.empty();
	}

	private static @Nullable Refusal refusal(Throwable cause) {
		String message = String.valueOf(cause.getMessage());
		if (cause instanceof SubmissionRefused || cause instanceof ExpressionRefused) {
			return new Refusal(message, Status.BAD_REQUEST, cause);
		}
		if (cause instanceof DutyRefused) {
			return new Refusal(message, Status.FORBIDDEN, cause);
		}
		if (cause instanceof StateRefused) {
			return new Refusal(message, Status.CONFLICT, cause);
		}
		if (cause instanceof TaskGone) {
			return new Refusal(message, Status.NOT_FOUND, cause);
		}
		if (cause instanceof SQLException fault && UNSTORABLE_CHARACTER.equals(fault.getSQLState())) {
			return new Refusal("A text holds a character that cannot be stored. Remove it.", Status.BAD_REQUEST, cause);
		}
		if (cause instanceof OptimisticLockingException) {
			return new Refusal(AT_THE_SAME_MOMENT, Status.CONFLICT, cause);
		}
		if (cause instanceof TaskAlreadyClaimedException claimed) {
			return new Refusal("The task is claimed by %s already.".formatted(claimed.getTaskAssignee()),
					Status.CONFLICT, cause);
		}
		return null;
	}

}
