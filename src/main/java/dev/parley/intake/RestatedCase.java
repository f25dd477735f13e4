package dev.parley.intake;

import dev.parley.engine.CaseMessages;
import dev.parley.engine.CaseRefresh;
import dev.parley.register.Assessment;
import dev.parley.register.Band;
import dev.parley.register.Cases;
import dev.parley.register.Level;
import dev.parley.register.RiskCase;
import dev.parley.register.Route;
import org.springframework.stereotype.Component;

/**
 * Lets an open case go on by the positions as they are now: its tasks show them, and a
 * case that no longer belongs on the fast lane is challenged first.
 */
@Component
class RestatedCase {

	private static final String MSG_POSITION_RESTATED = "Msg_PositionRestated";

	private final Cases cases;

	private final CaseRefresh refresh;

	private final CaseMessages messages;

	RestatedCase(Cases cases, CaseRefresh refresh, CaseMessages messages) {
		this.cases = cases;
		this.refresh = refresh;
		this.messages = messages;
	}

	void goOn(RiskCase riskCase, Assessment assessment) {
		Level level = assessment.level();
		boolean leavesFastLane = riskCase.isFastLane() && !belongsOnFastLane(assessment);
		if (leavesFastLane) {
			this.cases.recordRoute(riskCase.caseId(), Route.CHALLENGE);
		}
		this.refresh.afterComparison(riskCase.caseId(), (level != null) ? level.name() : Level.UNRATED,
				assessment.band().name());
		if (leavesFastLane) {
			this.messages.send(MSG_POSITION_RESTATED, riskCase.caseId());
		}
	}

	/** What held when the case took the fast lane has to hold still. */
	private static boolean belongsOnFastLane(Assessment assessment) {
		Integer gap = assessment.gap();
		return assessment.band() == Band.WITHIN_APPETITE && gap != null && gap == 0;
	}

}
