package dev.parley.identity;

/** Parley does not start with this set of people; says why and what to do. */
final class IdentityRefusal extends RuntimeException {

	private final String wayOut;

	IdentityRefusal(String reason, String wayOut) {
		super(reason);
		this.wayOut = wayOut;
	}

	String wayOut() {
		return this.wayOut;
	}

}
