package dev.parley.engine;

import java.util.Map;

import dev.parley.register.Level;
import dev.parley.register.RiskRating;
import dev.parley.register.Score;
import org.springframework.stereotype.Component;

/** Rates by the decision table RiskLevel. */
@Component
class TableRating implements RiskRating {

	private final DecisionTables tables;

	TableRating(DecisionTables tables) {
		this.tables = tables;
	}

	@Override
	public Level levelOf(Score score, String models) {
		return Level.ofRank(this.tables.wholeNumber(models, "RiskLevel", "level",
				Map.of("likelihood", score.likelihood(), "impact", score.impact())));
	}

}
