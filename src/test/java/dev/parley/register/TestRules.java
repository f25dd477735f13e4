package dev.parley.register;

import java.util.List;
import java.util.Optional;

/**
 * Rules that differ by the deployment, which is named after what they are: {@code A2L0}
 * is the third of the appetites with the first grid.
 */
final class TestRules implements AppetiteTable, RiskRating {

	private static final List<Appetite> APPETITES = List.of(new Appetite(Level.LOW, Level.MEDIUM, Level.HIGH),
			new Appetite(Level.VERY_LOW, Level.LOW, Level.MEDIUM), new Appetite(Level.MEDIUM, Level.HIGH, Level.HIGH),
			new Appetite(Level.HIGH, Level.VERY_HIGH, Level.VERY_HIGH),
			new Appetite(Level.VERY_LOW, Level.VERY_LOW, Level.VERY_LOW));

	static String named(int appetite, int grid) {
		return "A%dL%d".formatted(appetite % APPETITES.size(), grid % 2);
	}

	/**
	 * Assets of one business unit are measured by the appetite after that of shared ones.
	 */
	static Appetite appetite(AssetClass assetClass, String models) {
		int number = models.charAt(1) - '0' + assetClass.ordinal();
		return APPETITES.get(number % APPETITES.size());
	}

	@Override
	public Optional<Appetite> of(AssetClass assetClass, Category category, String models) {
		return Optional.of(appetite(assetClass, models));
	}

	@Override
	public Level levelOf(Score score, String models) {
		return level(score, models);
	}

	static Level level(Score score, String models) {
		boolean byWorse = models.charAt(3) == '1';
		return Level
			.ofRank(byWorse ? Math.max(score.likelihood(), score.impact()) : (score.likelihood() + score.impact()) / 2);
	}

}
