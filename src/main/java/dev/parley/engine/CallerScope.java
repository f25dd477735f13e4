package dev.parley.engine;

import java.util.List;
import java.util.function.Supplier;

import dev.parley.identity.People;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/**
 * What a page does in the engine in the name of its viewer, as the engine's REST API
 * would: the gate and the viewer's rights apply, and the operation log names the viewer.
 */
@Component
class CallerScope {

	private final IdentityService identities;

	private final People people;

	CallerScope(IdentityService identities, People people) {
		this.identities = identities;
		this.people = people;
	}

	<T> T call(String user, Supplier<T> action) {
		this.identities.setAuthentication(user, List.copyOf(this.people.groupsOf(user)));
		try {
			return action.get();
		}
		finally {
			this.identities.clearAuthentication();
		}
	}

}
