package dev.parley.register;

import java.util.Objects;
import java.util.Optional;

import dev.parley.identity.Side;
import dev.parley.register.Assessment.Levels;
import dev.parley.register.Position.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares both positions of a case once they are in or their time is over. */
@Component
public class Comparison {

	private final Cases cases;

	private final Positions positions;

	private final RiskRating rating;

	private final RiskRatings ratings;

	private final PresentRules rules;

	Comparison(Cases cases, Positions positions, RiskRating rating, RiskRatings ratings, PresentRules rules) {
		this.cases = cases;
		this.positions = positions;
		this.rating = rating;
		this.ratings = ratings;
		this.rules = rules;
	}

	/**
	 * Rates both positions, measures them against the appetite, and records the result.
	 * The case goes by the rules that it began with, the risk by the present ones.
	 * @param cause why they are compared
	 * @param models the deployment whose rules count in the case
	 */
	public Assessment compare(String caseId, Appetite appetite, RatingCause cause, String models) {
		Assessment assessment = assess(caseId, appetite, models);
		this.cases.recordAssessment(caseId, assessment, models);
		String present = this.rules.models().orElse(models);
		Assessment now = assess(caseId, this.rules.appetiteOf(caseId, present).orElse(appetite), present);
		this.ratings.rate(caseId, now, higherScore(caseId, now), cause, present);
		return assessment;
	}

	private Assessment assess(String caseId, Appetite appetite, String models) {
		return new Assessment(levels(caseId, Side.IT, models), levels(caseId, Side.SECURITY, models), appetite);
	}

	/** The current score of the side with the higher level; of security where equal. */
	private @Nullable Score higherScore(String caseId, Assessment assessment) {
		Levels it = assessment.it();
		Levels security = assessment.security();
		boolean itIsHigher = it != null && (security == null || it.current().compareTo(security.current()) > 0);
		Side side = itIsHigher ? Side.IT : Side.SECURITY;
		return statement(caseId, side).map(Statement::current).orElse(null);
	}

	private @Nullable Levels levels(String caseId, Side side, String models) {
		return statement(caseId, side)
			.map((statement) -> new Levels(this.rating.levelOf(statement.current(), models),
					this.rating.levelOf(statement.residual(), models)))
			.orElse(null);
	}

	private Optional<Statement> statement(String caseId, Side side) {
		return this.positions.disclosed(caseId)
			.stream()
			.filter((position) -> position.side() == side)
			.map(Position::statement)
			.filter(Objects::nonNull)
			.findFirst();
	}

}
