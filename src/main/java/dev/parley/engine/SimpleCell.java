package dev.parley.engine;

import java.util.regex.Pattern;

/**
 * Tells whether the text of a decision table's cell is simple. The expression language of
 * decision tables can call Java, so anything that looks like a call is not.
 */
final class SimpleCell {

	private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");

	private static final Pattern PLAIN = Pattern
		.compile("(?:[\\w\\s,<>=\\[\\]\\-+]|\\.\\.|(?<=\\d)\\.(?=\\d))*|not\\((?:[\\w\\s,\\-]|(?<=\\d)\\.(?=\\d))*\\)");

	private static final Pattern KEYWORD = Pattern.compile("\\b(function|external|for|some|every|if)\\b");

	private SimpleCell() {
	}

	static boolean isSimple(String cell) {
		String withoutTexts = TEXT.matcher(cell).replaceAll(" text ").strip();
		return PLAIN.matcher(withoutTexts).matches() && !KEYWORD.matcher(withoutTexts).find();
	}

}
