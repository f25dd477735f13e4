package dev.parley.register;

/** Where an exemption stands. */
public enum ExemptionState {

	/** Decided, and not in force yet. */
	REQUESTED("Requested"), IN_FORCE("In force"),
	/** Its controls were not attested, or not confirmed. */
	SUSPENDED("Suspended"),
	/** Another exemption took its place. */
	RENEWED("Renewed"),
	/** Its last day is over. */
	EXPIRED("Expired"), REVOKED("Revoked"),
	/** A ruling did not confirm it. */
	REFUSED("Refused"),
	/** No longer needed. */
	CLOSED("Closed");

	private final String label;

	ExemptionState(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

	/** Whether it may become another state. What has ended stays as it is. */
	boolean mayBecome(ExemptionState next) {
		return switch (this) {
			case REQUESTED -> next == IN_FORCE || next == REFUSED || next == CLOSED;
			case IN_FORCE, SUSPENDED -> next != REQUESTED && next != REFUSED;
			case RENEWED, EXPIRED, REVOKED, REFUSED, CLOSED -> false;
		};
	}

	/** Whether it was granted and has not ended. */
	public boolean isLive() {
		return this == IN_FORCE || this == SUSPENDED;
	}

}
