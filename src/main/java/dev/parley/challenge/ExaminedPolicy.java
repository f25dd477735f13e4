package dev.parley.challenge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Asking nothing costs a statement of what was examined in this very case. A statement
 * that repeats an earlier one of the same person nearly word for word says nothing about
 * this case.
 */
final class ExaminedPolicy {

	/** Two texts count as alike when a fifth of the letters differ, or less. */
	private static final double ALIKE = 0.2;

	private static final int COMPARED = 1000;

	private static final int FEWEST_LETTERS = 10;

	private ExaminedPolicy() {
	}

	/**
	 * Looks for the earlier statement that this one repeats. Case, digits, punctuation
	 * and spacing make no difference.
	 * @param examined what was examined in this case
	 * @param earlier what the same person stated before
	 * @return the repeated statement, or empty when this one is new
	 */
	static Optional<String> repeated(String examined, List<String> earlier) {
		String words = normalized(examined);
		return earlier.stream().filter((statement) -> isAlike(words, normalized(statement))).findFirst();
	}

	/** Whether a statement says hardly anything. */
	static boolean isEmpty(String examined) {
		return normalized(examined).length() < FEWEST_LETTERS;
	}

	private static boolean isAlike(String one, String other) {
		int longer = Math.max(one.length(), other.length());
		int allowed = (int) (longer * ALIKE);
		return new LevenshteinDistance(allowed).apply(one, other) >= 0;
	}

	private static String normalized(String statement) {
		String words = statement.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
		return words.substring(0, Math.min(words.length(), COMPARED));
	}

}
