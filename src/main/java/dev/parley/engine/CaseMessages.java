package dev.parley.engine;

import dev.parley.submission.StateRefused;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells the process of a case what happened outside its tasks. */
@Component
public class CaseMessages {

	private final RuntimeService runtime;

	private final SystemScope system;

	CaseMessages(RuntimeService runtime, SystemScope system) {
		this.runtime = runtime;
		this.system = system;
	}

	/**
	 * Sends a message to the process of a case. The caller has checked the person.
	 * @param message name of the message in the model
	 * @param caseId the case
	 * @throws StateRefused when the process does not wait for it
	 */
	public void send(String message, String caseId) {
		try {
			this.system.call(() -> this.runtime.createMessageCorrelation(message)
				.processInstanceBusinessKey(caseId)
				.correlateWithResult());
		}
		catch (MismatchingMessageCorrelationException ex) {
			throw new StateRefused(
					"The process of case %s does not wait for this: it is over, or runs on an earlier version of its model."
						.formatted(caseId));
		}
	}

}
