package dev.parley.submission;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** What a text may hold, and how a value is quoted in a message. */
final class Texts {

	private static final int QUOTED = 60;

	private Texts() {
	}

	/** Whether a value counts as not given. */
	static boolean isAbsent(@Nullable Object value) {
		return value == null || (value instanceof String text && text.codePoints().allMatch(Texts::isInvisible));
	}

	/** Whether a text has a character that cannot be stored or shown. */
	static boolean hasForbidden(String text) {
		return text.codePoints().anyMatch(Texts::isForbidden);
	}

	static String described(Object value) {
		return shortened(value instanceof String text ? "\"" + text + "\"" : value);
	}

	static String shortened(Object value) {
		String text = value.toString();
		return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
	}

	static String names(Class<? extends Enum<?>> type) {
		return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
	}

	private static boolean isInvisible(int codePoint) {
		return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)
				|| Character.getType(codePoint) == Character.FORMAT;
	}

	private static boolean isForbidden(int codePoint) {
		return Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\r' && codePoint != '\t'
				|| Character.getType(codePoint) == Character.SURROGATE;
	}

}
