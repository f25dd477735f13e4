package dev.parley.register;

/** Rates a score by the decision table RiskLevel of the models that a case runs on. */
@FunctionalInterface
public interface RiskRating {

	/**
	 * Rates a score.
	 * @param models the deployment whose table counts
	 */
	Level levelOf(Score score, String models);

}
