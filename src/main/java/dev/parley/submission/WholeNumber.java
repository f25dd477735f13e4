package dev.parley.submission;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whole numbers arrive as Integer, Long, Double or numeral text, by the component that
 * sent them.
 */
final class WholeNumber {

	private static final int LONGEST = 20;

	private WholeNumber() {
	}

	static Optional<Integer> read(Object value) {
		if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Double
				|| value instanceof String) {
			return parse(value.toString().strip());
		}
		return Optional.empty();
	}

	private static Optional<Integer> parse(String numeral) {
		if (numeral.length() > LONGEST) {
			return Optional.empty();
		}
		try {
			return Optional.of(new BigDecimal(numeral).intValueExact());
		}
		catch (NumberFormatException | ArithmeticException ex) {
			return Optional.empty();
		}
	}

}
