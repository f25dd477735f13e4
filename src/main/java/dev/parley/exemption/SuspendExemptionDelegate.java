package dev.parley.exemption;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Suspends an exemption whose controls are not attested or not confirmed. */
@Component("suspendExemption")
class SuspendExemptionDelegate implements JavaDelegate {

	/**
	 * Variable with the number of the attestation that is awaited, which no diagram
	 * reads: a step that runs again knows by it what it has recorded.
	 */
	static final String AWAITED = "awaited";

	private final Suspension suspension;

	SuspendExemptionDelegate(Suspension suspension) {
		this.suspension = suspension;
	}

	@Override
	public void execute(DelegateExecution execution) {
		int next = this.suspension.suspend(ExemptionProcess.caseId(execution),
				ExemptionProcess.number(execution, AWAITED));
		execution.setVariable(AWAITED, next);
	}

}
