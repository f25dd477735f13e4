package dev.parley.kev;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes names of vendors and products comparable, by four steps and no guess:
 * <ol>
 * <li>Unicode compatibility forms are made one (NFKC): a full-width letter is the
 * letter;</li>
 * <li>capitals and small letters are alike;</li>
 * <li>whatever is neither letter nor digit counts as one space: {@code Wi-Fi_(R)} is
 * {@code wi fi r};</li>
 * <li>of a vendor, legal forms at the end are left out: {@code Adobe, Inc.} is
 * {@code adobe}.</li>
 * </ol>
 * In a pattern the star is kept; it stands for any characters, or none.
 */
final class PlainName {

	private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

	private static final Pattern NO_LETTERS_OR_STARS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}*]+");

	private static final Pattern LEGAL_FORM = Pattern
		.compile("(?<=\\S)( (inc|incorporated|corp|corporation|ltd|limited|llc|gmbh|plc))+$");

	private PlainName() {
	}

	static String ofVendor(String name) {
		return LEGAL_FORM.matcher(ofProduct(name)).replaceFirst("");
	}

	static String ofProduct(String name) {
		return plain(name, NO_LETTERS);
	}

	static String ofVendorPattern(String pattern) {
		return LEGAL_FORM.matcher(ofProductPattern(pattern)).replaceFirst("");
	}

	static String ofProductPattern(String pattern) {
		return plain(pattern, NO_LETTERS_OR_STARS);
	}

	private static String plain(String name, Pattern others) {
		String lower = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		return others.matcher(lower).replaceAll(" ").strip();
	}

}
