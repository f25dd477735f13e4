package dev.parley.register;

/**
 * The CISO's opinion on a decision.
 *
 * @param outcome assured or objected
 * @param informed whether the decision was informed
 * @param defensible whether it can be defended
 * @param opinion the opinion in words
 */
public record Assurance(Outcome outcome, boolean informed, boolean defensible, String opinion) {

	/** What the opinion comes to. */
	public enum Outcome {

		ASSURED, OBJECTED

	}

}
