package dev.parley.exemption;

import org.camunda.bpm.engine.delegate.VariableScope;

/** Names of the model Exemption. */
final class ExemptionProcess {

	/** Id of the model. */
	static final String KEY = "Exemption";

	/** Case id; also the business key. */
	static final String CASE_ID = "caseId";

	/** How often the controls are attested, in days. */
	static final String ATTESTATION = "attestation";

	/** How long before the last day the review begins, in days. */
	static final String REVIEW = "review";

	/** Whether the owner says that the controls are in place. */
	static final String CONTROLS_IN_PLACE = "controlsInPlace";

	/** What the CISO says of the attestation: CONFIRMED or FAILED. */
	static final String ATTESTATION_OUTCOME = "attestationOutcome";

	/** Groups of both sides, the CISO's first. */
	static final String SIDES = "sides";

	/** What the review came to: RENEW, CLOSE or LET_EXPIRE. */
	static final String REVIEW_OUTCOME = "reviewOutcome";

	private ExemptionProcess() {
	}

	static String caseId(VariableScope scope) {
		return (String) scope.getVariable(CASE_ID);
	}

	static int number(VariableScope scope, String variable) {
		return ((Number) scope.getVariable(variable)).intValue();
	}

}
