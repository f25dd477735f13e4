package dev.parley.engine;

import java.util.function.Supplier;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What Parley itself does in the engine for a person who may not do it by hand: the gate
 * for signed-in callers does not apply inside. Whoever opens it has checked the person.
 */
@Component
public class SystemScope {

	private final ObjectProvider<IdentityService> identities;

	SystemScope(ObjectProvider<IdentityService> identities) {
		this.identities = identities;
	}

	/** Runs an action, and restores the caller afterwards. */
	public <T> T call(Supplier<T> action) {
		IdentityService identity = this.identities.getObject();
		Authentication caller = identity.getCurrentAuthentication();
		identity.clearAuthentication();
		try {
			return action.get();
		}
		finally {
			if (caller != null) {
				identity.setAuthentication(caller);
			}
		}
	}

}
