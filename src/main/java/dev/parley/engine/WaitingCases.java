package dev.parley.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.parley.register.Cases;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves cases that were handed up under an earlier version of the model RiskDecision,
 * which knew no arbitration, to the present one, and lets them go on. A case that waits
 * is moved when Parley starts; one that comes to wait later, soon after.
 */
@Component
class WaitingCases {

	private static final Logger LOG = LoggerFactory.getLogger(WaitingCases.class);

	private static final String MSG_ARBITRATION_OPENED = "Msg_ArbitrationOpened";

	private static final String ARBITRATION = "CallActivity_CommitteeArbitration";

	private final RuntimeService runtime;

	private final RepositoryService repository;

	private final Cases cases;

	private final TransactionTemplate transaction;

	WaitingCases(RuntimeService runtime, RepositoryService repository, Cases cases, TransactionTemplate transaction) {
		this.runtime = runtime;
		this.repository = repository;
		this.cases = cases;
		this.transaction = transaction;
	}

	/** Moves whatever waits now, each case in a transaction of its own. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void moveOn() {
		String present = presentVersion();
		if (!knowsArbitration(present)) {
			return;
		}
		for (ProcessInstance waiting : waiting()) {
			try {
				this.transaction.executeWithoutResult((status) -> moveOn(waiting, present));
			}
			catch (RuntimeException ex) {
				LOG.error("Case {} could not be moved to the present version of its model; it is tried again",
						waiting.getBusinessKey(), ex);
			}
		}
	}

	private void moveOn(ProcessInstance waiting, String present) {
		this.cases.lock(waiting.getBusinessKey());
		if (waitsFor(waiting.getId()).isEmpty()) {
			return;
		}
		MigrationPlan plan = this.runtime.createMigrationPlan(waiting.getProcessDefinitionId(), present)
			.mapEqualActivities()
			.build();
		this.runtime.newMigration(plan).processInstanceIds(waiting.getId()).execute();
		waitsFor(waiting.getId()).forEach((subscription) -> this.runtime.messageEventReceived(MSG_ARBITRATION_OPENED,
				subscription.getExecutionId()));
		LOG.info("Case {} was moved to the present version of its model, and goes on to its arbitration",
				waiting.getBusinessKey());
	}

	/** A case whose own model knows of arbitration waits for something else. */
	private List<ProcessInstance> waiting() {
		List<String> instances = this.runtime.createEventSubscriptionQuery()
			.eventType("message")
			.eventName(MSG_ARBITRATION_OPENED)
			.list()
			.stream()
			.map(EventSubscription::getProcessInstanceId)
			.distinct()
			.toList();
		return instances.stream()
			.map((instance) -> this.runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult())
			.filter((instance) -> instance != null && !knowsArbitration(instance.getProcessDefinitionId()))
			.toList();
	}

	private List<EventSubscription> waitsFor(String instance) {
		return this.runtime.createEventSubscriptionQuery()
			.processInstanceId(instance)
			.eventType("message")
			.eventName(MSG_ARBITRATION_OPENED)
			.list();
	}

	private String presentVersion() {
		return this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(CaseProcess.KEY)
			.latestVersion()
			.singleResult()
			.getId();
	}

	/** A process owner may have put an older diagram back. */
	private boolean knowsArbitration(String definition) {
		return this.repository.getBpmnModelInstance(definition).getModelElementById(ARBITRATION) != null;
	}

}
