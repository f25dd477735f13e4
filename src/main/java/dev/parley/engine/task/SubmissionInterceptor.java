package dev.parley.engine.task;

import java.util.Map;
import java.util.function.Function;

import dev.parley.submission.DutyRefused;
import dev.parley.submission.TaskGone;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CommandFields;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Stands beneath every API that works on a task or starts a case, inside the transaction.
 * It reads exactly what was submitted, checks it, has it entered into the register, and
 * lets the engine go on with the routing values only: no answer becomes a variable.
 */
class SubmissionInterceptor extends CommandInterceptor {

	private final Completion completion;

	private final CaseStart start;

	SubmissionInterceptor(Completion completion, CaseStart start) {
		this.completion = completion;
		this.start = start;
	}

	@Override
	public <T> T execute(Command<T> command) {
		if (command instanceof CompleteTaskCmd complete) {
			return completed(CommandFields.taskId(complete), CommandFields.variables(complete),
					(routing) -> CommandFields.with(complete, routing));
		}
		if (command instanceof SubmitTaskFormCmd submit) {
			return completed(CommandFields.taskId(submit), CommandFields.variables(submit),
					(routing) -> CommandFields.with(submit, routing));
		}
		if (command instanceof ClaimTaskCmd claim) {
			checkClaim(CommandFields.taskId(claim), CommandFields.userId(claim));
		}
		if (command instanceof AssignTaskCmd assign) {
			checkAssign(assign);
			return go(new ClaimTaskCmd(CommandFields.taskId(assign), null));
		}
		if (command instanceof ResolveTaskCmd) {
			throw new DutyRefused("A task is completed by the person it is for, not resolved for another.");
		}
		if (command instanceof SubmitStartFormCmd submit) {
			return go(this.start.submit(submit));
		}
		return this.next.execute(this.start.replace(command));
	}

	private <T> T completed(String taskId, @Nullable Map<String, Object> submitted,
			Function<Map<String, Object>, Command<?>> completing) {
		Map<String, Object> routing = this.completion.accept(task(taskId), SubmittedValues.plain(submitted), caller());
		return go(completing.apply(routing));
	}

	private void checkClaim(String taskId, @Nullable String claimant) {
		TaskEntity task = task(taskId);
		String caller = caller();
		if (claimant == null) {
			requireOwn(task, caller);
			return;
		}
		if (!claimant.equals(caller)) {
			throw new DutyRefused("You can claim a task for yourself only, not for %s.".formatted(claimant));
		}
		this.completion.requireAccess(task, caller);
	}

	private static void checkAssign(AssignTaskCmd assign) {
		if (CommandFields.userId(assign) != null) {
			throw new DutyRefused("A task is not assigned to %s by another; whoever is to do it claims it."
				.formatted(CommandFields.userId(assign)));
		}
		requireOwn(task(CommandFields.taskId(assign)), caller());
	}

	private static void requireOwn(TaskEntity task, @Nullable String caller) {
		if (caller == null || !caller.equals(task.getAssignee())) {
			throw new DutyRefused("You can give back only a task that you have claimed yourself.");
		}
		if (task.getCandidates().isEmpty()) {
			throw new DutyRefused("This task is for you alone; nobody else could take it.");
		}
	}

	private static TaskEntity task(String taskId) {
		TaskEntity task = (taskId != null) ? Context.getCommandContext().getTaskManager().findTaskById(taskId) : null;
		if (task == null) {
			throw new TaskGone();
		}
		return task;
	}

	private static @Nullable String caller() {
		return Context.getCommandContext().getAuthenticatedUserId();
	}

	@SuppressWarnings("unchecked")
	private <T> T go(Command<?> command) {
		return (T) this.next.execute(command);
	}

}
