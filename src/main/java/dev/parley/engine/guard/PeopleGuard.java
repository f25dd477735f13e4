package dev.parley.engine.guard;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

import dev.parley.identity.People;
import dev.parley.identity.PeopleSource;
import dev.parley.identity.SeparationOfDuties;
import dev.parley.submission.DutyRefused;
import dev.parley.submission.SubmissionRefused;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.cmd.CommandFields;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to put one person into two offices that control each other, to call a person
 * what software is called, and to change by hand people who come from a provider. Taking
 * an office away stays possible: who has left never signs in again.
 */
class PeopleGuard extends CommandInterceptor {

	private final People people;

	private final PeopleSource source;

	private final Supplier<@Nullable Authentication> caller;

	PeopleGuard(People people, PeopleSource source, Supplier<@Nullable Authentication> caller) {
		this.people = people;
		this.source = source;
		this.caller = caller;
	}

	@Override
	public <T> T execute(Command<T> command) {
		refuseByHand(command);
		if (command instanceof SaveUserCmd user) {
			refuseReserved(CommandFields.userId(user));
		}
		if (command instanceof CreateMembershipCmd membership) {
			refuseBothSides(membership);
		}
		return this.next.execute(command);
	}

	private void refuseByHand(Command<?> command) {
		boolean change = command instanceof SaveUserCmd || command instanceof CreateMembershipCmd;
		if (!this.source.isLocal() && ((change && this.caller.get() != null) || command instanceof CheckPassword)) {
			throw new DutyRefused(("People, their names and their offices come from the identity provider (%s)."
					+ " Change them there; it takes effect when the person signs in next.")
				.formatted(this.source.provider()));
		}
	}

	private static void refuseReserved(String userId) {
		if (People.SYSTEM.equalsIgnoreCase(userId)) {
			throw new SubmissionRefused(
					"\"%s\" is what Parley itself is called in a case, and cannot be a person. Choose another user id."
						.formatted(userId));
		}
	}

	private void refuseBothSides(CreateMembershipCmd membership) {
		Set<String> groups = new HashSet<>(this.people.groupsOf(CommandFields.userId(membership)));
		groups.add(CommandFields.groupId(membership));
		SeparationOfDuties.objectionTo(groups).ifPresent((reason) -> {
			throw new DutyRefused(reason);
		});
	}

}
