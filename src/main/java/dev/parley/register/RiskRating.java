package dev.parley.register;

/** Rates a score by the decision table RiskLevel of the models that a case runs on. */
@FunctionalInterface
public interface RiskRating {

	Level levelOf(Score score);

}
