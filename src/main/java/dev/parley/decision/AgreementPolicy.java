package dev.parley.decision;

import dev.parley.register.Assessment;
import dev.parley.register.Decision;

/**
 * When both sides seek agreement: once, when the CISO objects to a decision on a risk
 * that is above tolerance as it is today. Measured by the current levels, so that a weak
 * measure cannot turn an objection into mere dissent.
 */
final class AgreementPolicy {

	private AgreementPolicy() {
	}

	/**
	 * Whether an objection leads to the attempt to agree.
	 * @param decision the decision that the CISO objects to
	 * @param assessment the positions as they are now
	 */
	static boolean isDue(Decision decision, Assessment assessment) {
		return !decision.isRevision() && assessment.band().isAboveTolerance();
	}

}
