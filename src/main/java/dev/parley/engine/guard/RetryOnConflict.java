package dev.parley.engine.guard;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Completes a task again when another task of the same case was completed in the same
 * moment, as when both positions arrive at once. Each try is a transaction of its own.
 */
class RetryOnConflict extends CommandInterceptor {

	private static final int TRIES = 5;

	private static final long SHORTEST_MILLIS = 5;

	private static final long STEP_MILLIS = 20;

	private static final Set<Class<?>> COMPLETING = Set.of(CompleteTaskCmd.class, SubmitTaskFormCmd.class);

	@Override
	public <T> T execute(Command<T> command) {
		if (!mayRepeat(command)) {
			return this.next.execute(command);
		}
		for (int attempt = 1; attempt < TRIES; attempt++) {
			try {
				return this.next.execute(command);
			}
			catch (OptimisticLockingException ex) {
				backOff(attempt);
			}
		}
		return this.next.execute(command);
	}

	private static boolean mayRepeat(Command<?> command) {
		return COMPLETING.contains(command.getClass()) && Context.getCommandContext() == null
				&& !TransactionSynchronizationManager.isActualTransactionActive();
	}

	private static void backOff(int attempt) {
		long longest = STEP_MILLIS << attempt;
		LockSupport
			.parkNanos(TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(SHORTEST_MILLIS, longest)));
	}

}
