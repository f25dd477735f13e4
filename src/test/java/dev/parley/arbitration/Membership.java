package dev.parley.arbitration;

import org.camunda.bpm.engine.IdentityService;

/** An office that somebody holds, or does not hold, until the end of a block. */
final class Membership implements AutoCloseable {

	private final Runnable restore;

	private Membership(Runnable change, Runnable restore) {
		change.run();
		this.restore = restore;
	}

	static Membership given(IdentityService identities, String user, String group) {
		return new Membership(() -> identities.createMembership(user, group),
				() -> identities.deleteMembership(user, group));
	}

	static Membership taken(IdentityService identities, String user, String group) {
		return new Membership(() -> identities.deleteMembership(user, group),
				() -> identities.createMembership(user, group));
	}

	@Override
	public void close() {
		this.restore.run();
	}

}
