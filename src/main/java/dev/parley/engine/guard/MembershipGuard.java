package dev.parley.engine.guard;

import java.util.HashSet;
import java.util.Set;

import dev.parley.identity.People;
import dev.parley.identity.SeparationOfDuties;
import dev.parley.submission.DutyRefused;
import org.camunda.bpm.engine.impl.cmd.CommandFields;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Refuses to put one person into two offices that control each other. */
class MembershipGuard extends CommandInterceptor {

	private final People people;

	MembershipGuard(People people) {
		this.people = people;
	}

	@Override
	public <T> T execute(Command<T> command) {
		if (command instanceof CreateMembershipCmd membership) {
			Set<String> groups = new HashSet<>(this.people.groupsOf(CommandFields.userId(membership)));
			groups.add(CommandFields.groupId(membership));
			SeparationOfDuties.objectionTo(groups).ifPresent((reason) -> {
				throw new DutyRefused(reason);
			});
		}
		return this.next.execute(command);
	}

}
