package dev.parley.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * Begins and ends the processes that follow a decision: the treatment plan, which carries
 * out its actions, and the watch over its exemption. The case id is the business key of
 * both, so each is ended by a message of its own: one may end the other.
 */
@Component
public class FollowUpProcesses {

	private static final String MSG_TREATMENT_BEGUN = "Msg_TreatmentBegun";

	private static final String MSG_DECISION_ENDED = "Msg_DecisionEnded";

	private static final String MSG_EXEMPTION_GRANTED = "Msg_ExemptionGranted";

	private static final String MSG_EXEMPTION_ENDED = "Msg_ExemptionEnded";

	private static final String MSG_EXEMPTION_OUTDATED = "Msg_ExemptionOutdated";

	private final CaseMessages messages;

	private final OpenWork work;

	FollowUpProcesses(CaseMessages messages, OpenWork work) {
		this.messages = messages;
		this.work = work;
	}

	/** Begins the treatment plan of a case. */
	public void beginTreatment(String caseId, Map<String, Object> variables) {
		this.messages.start(MSG_TREATMENT_BEGUN, caseId, variables);
	}

	/** Begins the watch over the exemption of a case, unless it goes on already. */
	public void beginExemption(String caseId, Map<String, Object> variables) {
		if (!this.messages.isAwaited(MSG_EXEMPTION_ENDED, caseId)) {
			this.messages.start(MSG_EXEMPTION_GRANTED, caseId, variables);
		}
	}

	/** Ends the treatment plan of a case, if it goes on. */
	public void endTreatment(String caseId) {
		this.messages.sendWhereAwaited(MSG_DECISION_ENDED, caseId);
	}

	/** Ends the watch over the exemption of a case, if it goes on. */
	public void endExemption(String caseId) {
		this.messages.sendWhereAwaited(MSG_EXEMPTION_ENDED, caseId);
	}

	/** Ends whatever follows the decision of a case. */
	public void end(String caseId) {
		endTreatment(caseId);
		endExemption(caseId);
	}

	/**
	 * Begins the review of an exemption that is outdated.
	 * @return whether it could begin: not while a review is on, nor after the last one
	 */
	public boolean reviewOutdated(String caseId) {
		return this.messages.sendWhereAwaited(MSG_EXEMPTION_OUTDATED, caseId);
	}

	/** Those of some cases whose exemption could be reviewed now, were it outdated. */
	public Set<String> reviewable(Collection<String> cases) {
		return this.work.awaiting(MSG_EXEMPTION_OUTDATED, cases);
	}

	/**
	 * Those of some cases whose exemption goes on after its last review, while no case on
	 * its risk is open.
	 */
	public Set<String> reviewedLast(Collection<String> cases) {
		return this.work.reviewedLast(cases);
	}

	/** The cases whose decision has ended while something still follows it. */
	public Collection<String> outlivingDecisions() {
		return this.work.outlivingDecisions(Set.of(MSG_DECISION_ENDED, MSG_EXEMPTION_ENDED));
	}

}
