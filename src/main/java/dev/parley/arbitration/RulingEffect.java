package dev.parley.arbitration;

import dev.parley.arbitration.Ruling.Outcome;
import dev.parley.register.Cases;
import dev.parley.register.Confirmations;
import dev.parley.register.Referrals;
import org.springframework.stereotype.Component;

/**
 * What a ruling does to the decision it is about, and to the case. What is upheld, or
 * upheld with conditions, is in force. What is refused is decided once more in the same
 * case; a second refusal ends the case. Where there is no decision yet, the owner still
 * has to decide, bound by the conditions.
 */
@Component
class RulingEffect {

	private final Confirmations confirmations;

	private final Referrals referrals;

	private final Cases cases;

	private final EarlierExemption earlierExemption;

	RulingEffect(Confirmations confirmations, Referrals referrals, Cases cases, EarlierExemption earlierExemption) {
		this.earlierExemption = earlierExemption;
		this.confirmations = confirmations;
		this.referrals = referrals;
		this.cases = cases;
	}

	/**
	 * Does what a ruling says.
	 * @param ruling the ruling on the open referral of the case
	 */
	Aftermath of(String caseId, Ruling ruling) {
		int referral = this.referrals.requireOpen(caseId).number();
		this.referrals.settle(caseId);
		Integer decision = ruling.decision();
		if (decision == null) {
			return Aftermath.DECIDE_AGAIN;
		}
		if (ruling.outcome() != Outcome.UPHOLD_OBJECTION) {
			this.confirmations.confirm(caseId, decision, referral, ruling.number());
			this.cases.settleByRuling(caseId);
			return Aftermath.IN_FORCE;
		}
		this.confirmations.refuse(caseId, decision);
		this.earlierExemption.revoke(caseId, ruling, decision);
		if (this.confirmations.refusals(caseId) == 1) {
			return Aftermath.DECIDE_AGAIN;
		}
		this.cases.settleByRuling(caseId);
		return Aftermath.NEW_CASE;
	}

}
