package dev.parley.engine.task;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parley.identity.Duty;
import dev.parley.identity.Office;
import dev.parley.identity.People;
import dev.parley.identity.SeparationOfDuties;
import dev.parley.register.Cases;
import dev.parley.submission.DutyRefused;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may claim and complete a task: a member of its office, whom no earlier duty in the
 * case forbids it. Rights in the engine do not matter here, nor does being administrator.
 */
@Component
class TaskAccess {

	private final People people;

	private final Cases cases;

	TaskAccess(People people, Cases cases) {
		this.people = people;
		this.cases = cases;
	}

	/**
	 * Checks that a person may work on a task.
	 * @return the person's id
	 * @throws DutyRefused when not, with the reason
	 */
	String require(TaskEntity task, Duty duty, @Nullable String user) {
		if (user == null) {
			throw new DutyRefused("Nobody is signed in. A task is worked on by a person.");
		}
		requireFree(task, user);
		Set<String> groups = this.people.groupsOf(user);
		requireOffice(task, user, groups);
		SeparationOfDuties.objectionTo(groups).ifPresent(TaskAccess::refuse);
		String caseId = caseId(task);
		requireDutyOfOffice(duty, caseId, groups);
		SeparationOfDuties.objectionTo(duty, this.cases.dutiesDone(caseId, user)).ifPresent(TaskAccess::refuse);
		return user;
	}

	static String caseId(TaskEntity task) {
		return String.valueOf(task.getVariable("caseId"));
	}

	private static void requireFree(TaskEntity task, String user) {
		String assignee = task.getAssignee();
		if (assignee != null && !assignee.equals(user)) {
			throw new DutyRefused("%s works on this task. Ask for it to be given back first.".formatted(assignee));
		}
	}

	private static void requireOffice(TaskEntity task, String user, Set<String> groups) {
		Set<String> offices = task.getCandidates()
			.stream()
			.map(IdentityLink::getGroupId)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(HashSet::new));
		boolean entitled = offices.isEmpty() ? user.equals(task.getAssignee())
				: offices.stream().anyMatch(groups::contains);
		if (!entitled) {
			throw new DutyRefused("The task \"%s\" is for %s, and you (%s) are not there.".formatted(task.getName(),
					offices.isEmpty() ? "the person it is assigned to" : String.join(", ", offices), user));
		}
	}

	/**
	 * The duties of offices are settled here: no redesign of a diagram hands one over.
	 */
	private void requireDutyOfOffice(Duty duty, String caseId, Set<String> groups) {
		Office office = duty.office();
		String group = (duty == Duty.DECIDE) ? this.cases.require(caseId).decidingGroup()
				: (office != null) ? office.group() : null;
		if (group != null && !groups.contains(group)) {
			refuse("This is a duty of the office %s, and you are not there.".formatted(group));
		}
	}

	private static void refuse(String reason) {
		throw new DutyRefused(reason);
	}

}
