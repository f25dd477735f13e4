package dev.parley.decision;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.parley.engine.FollowUpProcesses;
import dev.parley.register.DecisionsInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins to follow up decisions that came in force where nothing did so: before Parley
 * followed up any, or in a case that runs on an earlier version of the model
 * RiskDecision. Ends what follows up decisions that have ended.
 */
@Component
class MissedFollowUps {

	private static final Logger LOG = LoggerFactory.getLogger(MissedFollowUps.class);

	private final DecisionsInForce inForce;

	private final FollowUpProcesses processes;

	private final FollowUp followUp;

	private final TransactionTemplate transaction;

	MissedFollowUps(DecisionsInForce inForce, FollowUpProcesses processes, FollowUp followUp,
			TransactionTemplate transaction) {
		this.inForce = inForce;
		this.processes = processes;
		this.followUp = followUp;
		this.transaction = transaction;
	}

	/** Makes up for what was missed, each case in a transaction of its own. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void makeUp() {
		each(this.processes.outlivingDecisions(), this.processes::end);
		each(this.inForce.notFollowedUp(), this.followUp::begin);
	}

	private void each(Collection<String> cases, Consumer<String> makingUp) {
		for (String caseId : cases) {
			try {
				this.transaction.executeWithoutResult((status) -> makingUp.accept(caseId));
			}
			catch (RuntimeException ex) {
				LOG.error("What follows the decision of case {} could not be begun or ended; it is tried again", caseId,
						ex);
			}
		}
	}

}
