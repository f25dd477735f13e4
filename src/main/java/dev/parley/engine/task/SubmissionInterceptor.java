package dev.parley.engine.task;

import java.util.Map;
import java.util.function.Function;

import dev.parley.submission.DutyRefused;
import dev.parley.submission.TaskGone;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CommandFields;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Stands beneath every API that works on a task or starts a case, inside the transaction,
 * and beneath the jobs of a case. It reads exactly what was submitted, checks it, has it
 * entered into the register, and lets the engine go on with the routing values only: no
 * answer becomes a variable.
 */
class SubmissionInterceptor extends CommandInterceptor {

	private final Completion completion;

	private final CaseStart start;

	private final Handover handover;

	private final CaseTurn turn;

	SubmissionInterceptor(Completion completion, CaseStart start, Handover handover, CaseTurn turn) {
		this.completion = completion;
		this.start = start;
		this.handover = handover;
		this.turn = turn;
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
			return claimed(CommandFields.taskId(claim), CommandFields.userId(claim));
		}
		if (command instanceof AssignTaskCmd assign && caller() != null) {
			return handedOver(CommandFields.taskId(assign), CommandFields.userId(assign));
		}
		if (command instanceof ResolveTaskCmd) {
			throw new DutyRefused("A task is completed by the person it is for, not resolved for another.");
		}
		if (command instanceof ExecuteJobsCmd job) {
			this.turn.ofJob(CommandFields.jobId(job));
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

	private <T> T claimed(String taskId, @Nullable String claimant) {
		String caller = caller();
		if (claimant != null && !claimant.equals(caller)) {
			throw new DutyRefused("You can claim a task for yourself only, not for %s.".formatted(claimant));
		}
		return handedOver(taskId, claimant);
	}

	/**
	 * The engine asks for a right to assign, which nobody has here; the office is what
	 * counts.
	 */
	private <T> T handedOver(String taskId, @Nullable String next) {
		TaskEntity task = task(taskId);
		String caller = caller();
		return Context.getCommandContext().runWithoutAuthorization(() -> {
			this.handover.check(task, next, caller);
			return go(change(task, next));
		});
	}

	private static Command<?> change(TaskEntity task, @Nullable String next) {
		String holder = task.getAssignee();
		if (next != null && next.equals(holder)) {
			return (context) -> null;
		}
		boolean free = holder == null || next == null;
		return free ? new ClaimTaskCmd(task.getId(), next) : new AssignTaskCmd(task.getId(), next);
	}

	private TaskEntity task(@Nullable String taskId) {
		if (taskId == null) {
			throw new TaskGone();
		}
		this.turn.ofTask(taskId);
		TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
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
