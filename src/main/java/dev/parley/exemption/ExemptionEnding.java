package dev.parley.exemption;

import dev.parley.engine.FollowUpProcesses;
import dev.parley.engine.CaseOpening;
import dev.parley.register.Cases;
import dev.parley.register.DecisionEnd;
import dev.parley.register.DecisionsInForce;
import dev.parley.register.Exemption;
import dev.parley.register.ExemptionState;
import org.springframework.stereotype.Component;

/**
 * Ends an exemption before another decision takes its place: the decision is in force no
 * longer, its conditions are not followed up any more, and another case has to decide on
 * the risk.
 */
@Component
class ExemptionEnding {

	private final DecisionsInForce inForce;

	private final Cases cases;

	private final CaseOpening opening;

	private final FollowUpProcesses processes;

	private final ExemptionNotices notices;

	ExemptionEnding(DecisionsInForce inForce, Cases cases, CaseOpening opening, FollowUpProcesses processes,
			ExemptionNotices notices) {
		this.inForce = inForce;
		this.cases = cases;
		this.opening = opening;
		this.processes = processes;
		this.notices = notices;
	}

	/**
	 * Ends an exemption that is in force or suspended. Done again, it changes nothing.
	 * @param state what becomes of it
	 * @param reason why, as it is kept with the exemption
	 * @param sentence what happened, as people are told
	 * @param by who did it
	 */
	void end(Exemption exemption, ExemptionState state, String reason, String sentence, String by) {
		this.cases.lock(exemption.caseId());
		this.inForce.ofCase(exemption.caseId()).ifPresent((decision) -> {
			this.inForce.end(decision, DecisionEnd.EXEMPTION_ENDED, state, reason, by);
			this.processes.endTreatment(exemption.caseId());
			this.notices.tell(exemption.caseId(), sentence);
			this.opening.openAnother(this.cases.require(exemption.caseId()), sentence);
		});
	}

}
