package dev.parley.register;

import dev.parley.identity.Side;
import dev.parley.register.Assessment.Levels;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares both positions of a case once they are in or their time is over. */
@Component
public class Comparison {

	private final Cases cases;

	private final Positions positions;

	private final RiskRating rating;

	Comparison(Cases cases, Positions positions, RiskRating rating) {
		this.cases = cases;
		this.positions = positions;
		this.rating = rating;
	}

	/**
	 * Rates both positions, measures them against the appetite, and records the result.
	 * Done again, it comes to the same.
	 */
	public Assessment compare(String caseId, Appetite appetite) {
		Assessment assessment = new Assessment(levels(caseId, Side.IT), levels(caseId, Side.SECURITY), appetite);
		this.cases.recordAssessment(caseId, assessment);
		return assessment;
	}

	private @Nullable Levels levels(String caseId, Side side) {
		return this.positions.disclosed(caseId)
			.stream()
			.filter((position) -> position.side() == side)
			.map(Position::statement)
			.filter(java.util.Objects::nonNull)
			.findFirst()
			.map((statement) -> new Levels(this.rating.levelOf(statement.current()),
					this.rating.levelOf(statement.residual())))
			.orElse(null);
	}

}
