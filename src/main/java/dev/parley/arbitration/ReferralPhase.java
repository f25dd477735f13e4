package dev.parley.arbitration;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * How far a referral has come: what everybody may know of it. It tells no more of a vote
 * than that it goes on.
 */
enum ReferralPhase {

	PLEADING("Both sides plead"), CONVENING("The committee cannot be convened"),
	FIRST_CALL("The committee votes, first call"), SECOND_CALL("The committee votes, second call"),
	WITH_CRO("The chief risk officer rules"), ACKNOWLEDGING("The ruling waits to be acknowledged"),
	BETWEEN("Waits for its next step");

	private final String label;

	ReferralPhase(String label) {
		this.label = label;
	}

	String label() {
		return this.label;
	}

	/**
	 * Judges the phase.
	 * @param forms forms of the open tasks
	 * @param round the last call to vote
	 * @param refusal why the committee could not be convened, or null
	 */
	static ReferralPhase of(Collection<String> forms, int round, @Nullable String refusal) {
		if (forms.contains("AcknowledgeRuling")) {
			return ACKNOWLEDGING;
		}
		if (forms.contains("RuleOnReferral")) {
			return WITH_CRO;
		}
		if (forms.contains("CastVote")) {
			return (round > 1) ? SECOND_CALL : FIRST_CALL;
		}
		if (forms.contains("PleadCase")) {
			return PLEADING;
		}
		return (refusal != null) ? CONVENING : BETWEEN;
	}

}
