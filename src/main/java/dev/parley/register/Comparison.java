package dev.parley.register;

import java.util.Objects;

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
	 * @param models the deployment whose rules count
	 */
	public Assessment compare(String caseId, Appetite appetite, String models) {
		Assessment assessment = new Assessment(levels(caseId, Side.IT, models), levels(caseId, Side.SECURITY, models),
				appetite);
		this.cases.recordAssessment(caseId, assessment, models);
		return assessment;
	}

	private @Nullable Levels levels(String caseId, Side side, String models) {
		return this.positions.disclosed(caseId)
			.stream()
			.filter((position) -> position.side() == side)
			.map(Position::statement)
			.filter(Objects::nonNull)
			.findFirst()
			.map((statement) -> new Levels(this.rating.levelOf(statement.current(), models),
					this.rating.levelOf(statement.residual(), models)))
			.orElse(null);
	}

}
