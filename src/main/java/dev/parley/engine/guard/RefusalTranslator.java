package dev.parley.engine.guard;

import java.util.Optional;

import dev.parley.submission.DutyRefused;
import dev.parley.submission.SubmissionRefused;
import dev.parley.submission.TaskGone;
import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * The outermost interceptor: finds a refusal in whatever the engine wrapped it in, and
 * hands it on as what the person should see.
 */
class RefusalTranslator extends CommandInterceptor {

	private static final String AT_THE_SAME_MOMENT = "Somebody else worked on this at the same moment."
			+ " Load the page again to see where it stands.";

	@Override
	public <T> T execute(Command<T> command) {
		if (Context.getCommandContext() != null) {
			return this.next.execute(command);
		}
		try {
			return this.next.execute(command);
		}
		catch (RuntimeException ex) {
			throw translate(ex).map((refusal) -> (RuntimeException) refusal).orElse(ex);
		}
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
		if (cause instanceof TaskGone) {
			return new Refusal(message, Status.NOT_FOUND, cause);
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
