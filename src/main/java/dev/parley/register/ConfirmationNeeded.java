package dev.parley.register;

import dev.parley.register.Referral.Reason;

/** A decision cannot be in force before somebody higher has confirmed it. */
public class ConfirmationNeeded extends RuntimeException {

	private final Reason reason;

	ConfirmationNeeded(String caseId, Reason reason) {
		super("The decision of case %s needs a confirmation".formatted(caseId));
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

}
