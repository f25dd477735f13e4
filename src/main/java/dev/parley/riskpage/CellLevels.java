package dev.parley.riskpage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import dev.parley.engine.NewestModels;
import dev.parley.register.Level;
import dev.parley.register.RiskRating;
import dev.parley.register.Score;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The level of each likelihood and impact by the table RiskLevel that new cases are rated
 * by. What was deployed does not change, so it is evaluated once.
 */
@Component
class CellLevels {

	private final NewestModels models;

	private final RiskRating rating;

	private final AtomicReference<@Nullable Grid> latest = new AtomicReference<>();

	CellLevels(NewestModels models, RiskRating rating) {
		this.models = models;
		this.rating = rating;
	}

	Grid now() {
		String newest = this.models.id();
		Grid known = this.latest.get();
		if (known != null && known.models().equals(newest)) {
			return known;
		}
		Grid grid = evaluate(newest);
		this.latest.set(grid);
		return grid;
	}

	private Grid evaluate(String deployed) {
		List<Level> levels = new ArrayList<>();
		for (int likelihood = 1; likelihood <= Grid.STEPS; likelihood++) {
			for (int impact = 1; impact <= Grid.STEPS; impact++) {
				levels.add(this.rating.levelOf(new Score(likelihood, impact), deployed));
			}
		}
		return new Grid(deployed, levels);
	}

	/**
	 * The levels.
	 *
	 * @param models the deployment whose table they come from
	 * @param levels by likelihood, then by impact
	 */
	record Grid(String models, List<Level> levels) {

		static final int STEPS = 5;

		Level of(Score score) {
			return this.levels.get((score.likelihood() - 1) * STEPS + score.impact() - 1);
		}

	}

}
