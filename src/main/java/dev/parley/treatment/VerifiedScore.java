package dev.parley.treatment;

import dev.parley.register.Cases;
import dev.parley.register.Comparison;
import dev.parley.register.MaterialChanges;
import dev.parley.register.Positions;
import dev.parley.register.RatingCause;
import dev.parley.register.RiskCase;
import dev.parley.register.Score;
import org.springframework.stereotype.Component;

/** Takes the score that was verified for that of both sides, and rates the risk by it. */
@Component
class VerifiedScore {

	private final Cases cases;

	private final Positions positions;

	private final Comparison comparison;

	private final MaterialChanges changes;

	VerifiedScore(Cases cases, Positions positions, Comparison comparison, MaterialChanges changes) {
		this.changes = changes;
		this.cases = cases;
		this.positions = positions;
		this.comparison = comparison;
	}

	/**
	 * Records the score.
	 * @param models the deployment whose rules count
	 */
	void record(String caseId, Score score, String reasoning, String user, String models) {
		RiskCase riskCase = this.cases.require(caseId);
		this.positions.verify(caseId, score, reasoning, user);
		this.comparison.compare(caseId, riskCase.requireAssessment().appetite(), RatingCause.VERIFICATION, models);
		this.changes.noticeOn(String.valueOf(riskCase.riskId()));
	}

}
