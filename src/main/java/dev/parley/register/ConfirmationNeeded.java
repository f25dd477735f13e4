package dev.parley.register;

import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;

/** A decision cannot be in force before somebody higher has confirmed it. */
public class ConfirmationNeeded extends RuntimeException {

	private final Authority authority;

	private final Reason reason;

	ConfirmationNeeded(String caseId, Authority authority, Reason reason) {
		super("The decision of case %s needs a confirmation".formatted(caseId));
		this.authority = authority;
		this.reason = reason;
	}

	/** Who has to confirm it at least. */
	public Authority authority() {
		return this.authority;
	}

	public Reason reason() {
		return this.reason;
	}

}
