package dev.parley.engine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.register.Cases;
import dev.parley.submission.StateRefused;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Tells the process of a case what happened outside its tasks. */
@Component
public class CaseMessages {

	private final RuntimeService runtime;

	private final SystemScope system;

	private final Cases cases;

	CaseMessages(RuntimeService runtime, SystemScope system, Cases cases) {
		this.runtime = runtime;
		this.system = system;
		this.cases = cases;
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

	/**
	 * Sends a message to every process that waits for it, case by case: each is held
	 * before it is looked at, and left alone when it no longer waits by then. The caller
	 * has checked the person.
	 * @param message name of the message in the model
	 */
	public void sendToAllWaiting(String message) {
		this.system.call(() -> {
			casesWaiting(message).forEach((caseId) -> sendToWaiting(message, caseId));
			return message;
		});
	}

	/** In order, so that two who do this do not wait for each other. */
	private SortedSet<String> casesWaiting(String message) {
		Set<String> instances = waiting(message).map(Execution::getProcessInstanceId).collect(Collectors.toSet());
		return instances.isEmpty() ? Collections.emptySortedSet()
				: this.runtime.createProcessInstanceQuery()
					.processInstanceIds(instances)
					.list()
					.stream()
					.map(ProcessInstance::getBusinessKey)
					.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Sends a message to whatever process of a case waits for it, if any does. The caller
	 * has checked the person.
	 * @param message name of the message in the model
	 * @param caseId the case, which is held from then on where one waits
	 * @return whether one did
	 */
	public boolean sendWhereAwaited(String message, String caseId) {
		return this.system.call(() -> !waiting(message, caseId).isEmpty() && sendToWaiting(message, caseId));
	}

	/**
	 * Whether a process of a case waits for a message.
	 * @param message name of the message in the model
	 */
	public boolean isAwaited(String message, String caseId) {
		return this.system.call(() -> !waiting(message, caseId).isEmpty());
	}

	/**
	 * Starts the process that begins with a message, in its latest version.
	 * @param message name of the message in the model
	 * @param caseId the case, whose id is the business key
	 * @param variables what the process begins with, beside the case id
	 */
	public void start(String message, String caseId, Map<String, Object> variables) {
		this.system.call(() -> this.runtime.createMessageCorrelation(message)
			.processInstanceBusinessKey(caseId)
			.setVariable("caseId", caseId)
			.setVariables(variables)
			.correlateStartMessage());
	}

	private boolean sendToWaiting(String message, String caseId) {
		this.cases.lock(caseId);
		List<Execution> waiting = waiting(message, caseId);
		waiting.forEach((execution) -> this.runtime.messageEventReceived(message, execution.getId()));
		return !waiting.isEmpty();
	}

	private List<Execution> waiting(String message, String caseId) {
		return this.runtime.createExecutionQuery()
			.processInstanceBusinessKey(caseId)
			.messageEventSubscriptionName(message)
			.list();
	}

	private Stream<Execution> waiting(String message) {
		return this.runtime.createExecutionQuery().messageEventSubscriptionName(message).list().stream();
	}

}
