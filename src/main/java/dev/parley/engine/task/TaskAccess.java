package dev.parley.engine.task;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.identity.Duty;
import dev.parley.identity.Office;
import dev.parley.identity.People;
import dev.parley.identity.SeparationOfDuties;
import dev.parley.register.Acts;
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

	private final Acts acts;

	TaskAccess(People people, Cases cases, Acts acts) {
		this.people = people;
		this.cases = cases;
		this.acts = acts;
	}

	/**
	 * Checks that a person may complete a task.
	 * @return the person's id
	 * @throws DutyRefused when not, with the reason
	 */
	String require(TaskEntity task, Duty duty, @Nullable String user) {
		String assignee = task.getAssignee();
		if (assignee != null && user != null && !assignee.equals(user)) {
			requireOffice(task, user, this.people.groupsOf(user));
			throw new DutyRefused("%s works on this task. Take it over first.".formatted(assignee));
		}
		return requireEntitled(task, duty, user);
	}

	/**
	 * Checks that a person may have a task, whoever works on it now.
	 * @return the person's id
	 * @throws DutyRefused when not, with the reason
	 */
	String requireEntitled(TaskEntity task, Duty duty, @Nullable String user) {
		if (user == null) {
			throw new DutyRefused("Nobody is signed in. A task is worked on by a person.");
		}
		Set<String> groups = this.people.groupsOf(user);
		requireOffice(task, user, groups);
		SeparationOfDuties.objectionTo(groups).ifPresent(TaskAccess::refuse);
		String caseId = caseId(task);
		requireDutyOfOffice(duty, caseId, groups);
		SeparationOfDuties.objectionTo(duty, this.acts.dutiesDone(caseId, user)).ifPresent(TaskAccess::refuse);
		return user;
	}

	/** Checks that a person is in the office that a task is for. */
	void requireOffice(TaskEntity task, @Nullable String user) {
		requireOffice(task, String.valueOf(user), (user != null) ? this.people.groupsOf(user) : Set.of());
	}

	static String caseId(TaskEntity task) {
		return String.valueOf(task.getVariable("caseId"));
	}

	private static void requireOffice(TaskEntity task, String user, Set<String> groups) {
		Set<String> offices = candidates(task, IdentityLink::getGroupId);
		Set<String> persons = candidates(task, IdentityLink::getUserId);
		boolean forOnePerson = offices.isEmpty() && persons.isEmpty();
		boolean entitled = forOnePerson ? user.equals(task.getAssignee())
				: persons.contains(user) || offices.stream().anyMatch(groups::contains);
		if (!entitled) {
			throw new DutyRefused("The task \"%s\" is for %s, and you (%s) are not %s."
				.formatted(task.getName(), forOnePerson ? "the person it is assigned to"
						: Stream.concat(offices.stream(), persons.stream()).sorted().collect(Collectors.joining(", ")),
						user, offices.isEmpty() ? "that person" : "there"));
		}
	}

	private static Set<String> candidates(TaskEntity task, Function<IdentityLink, @Nullable String> id) {
		return task.getCandidates()
			.stream()
			.map(id)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(HashSet::new));
	}

	/**
	 * The duties of offices are settled here: no redesign of a diagram hands one over.
	 */
	private void requireDutyOfOffice(Duty duty, String caseId, Set<String> groups) {
		Office office = duty.office();
		String group = duty.isOwners() ? this.cases.require(caseId).decidingGroup()
				: (office != null) ? office.group() : null;
		if (group != null && !groups.contains(group)) {
			refuse("This is a duty of the office %s, and you are not there.".formatted(group));
		}
	}

	private static void refuse(String reason) {
		throw new DutyRefused(reason);
	}

}
