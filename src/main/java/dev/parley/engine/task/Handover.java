package dev.parley.engine.task;

import java.util.Objects;

import dev.parley.register.Acts;
import dev.parley.submission.DutyRefused;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may hold a task: claiming, giving back and handing over stay within the task's
 * office. Each time somebody changes what a colleague holds, it is counted in the case.
 */
@Component
class Handover {

	private final Completion completion;

	private final TaskAccess access;

	private final Acts acts;

	Handover(Completion completion, TaskAccess access, Acts acts) {
		this.completion = completion;
		this.access = access;
		this.acts = acts;
	}

	/**
	 * Checks that a task may pass to somebody, and counts it if it was a colleague's.
	 * @param task the task
	 * @param next who is to hold it; null to give it back to the office
	 * @param caller who does it
	 * @throws DutyRefused when one of them is not of the task's office, or must not do it
	 */
	void check(TaskEntity task, @Nullable String next, @Nullable String caller) {
		this.access.requireOffice(task, caller);
		String holder = task.getAssignee();
		if (next != null) {
			requireEntitled(task, next, caller);
		}
		else {
			requireReturnable(task, holder);
		}
		boolean own = (holder == null || holder.equals(caller)) && (next == null || next.equals(caller));
		if (!own && !Objects.equals(holder, next)) {
			this.acts.recordReassignment(TaskAccess.caseId(task),
					Forms.nameOf(String.valueOf(task.getTaskDefinitionKey())), holder, next, String.valueOf(caller));
		}
	}

	private void requireEntitled(TaskEntity task, String next, @Nullable String caller) {
		try {
			this.completion.requireEntitled(task, next);
		}
		catch (DutyRefused ex) {
			throw next.equals(caller) ? ex
					: new DutyRefused("The task cannot pass to %s: %s".formatted(next, ex.getMessage()));
		}
	}

	private static void requireReturnable(TaskEntity task, @Nullable String holder) {
		if (holder == null) {
			throw new DutyRefused("Nobody has claimed this task, so it cannot be given back.");
		}
		if (task.getCandidates().isEmpty()) {
			throw new DutyRefused("This task is for you alone; nobody else could take it.");
		}
	}

}
