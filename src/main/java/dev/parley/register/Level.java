package dev.parley.register;

import java.util.Locale;

/** A risk level, 1 to 5, after ISO/IEC 27005:2022 Annex A. */
public enum Level {

	VERY_LOW, LOW, MEDIUM, HIGH, VERY_HIGH;

	/** Stands for a level that is not known yet. */
	public static final String UNRATED = "UNRATED";

	/** 1 for very low to 5 for very high. */
	public int rank() {
		return ordinal() + 1;
	}

	/**
	 * The level of a rank.
	 * @throws IllegalArgumentException outside 1 to 5
	 */
	public static Level ofRank(int rank) {
		if (rank < 1 || rank > values().length) {
			throw new IllegalArgumentException("A level goes from 1 to 5, not " + rank);
		}
		return values()[rank - 1];
	}

	public String label() {
		String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	static Level higher(Level one, Level other) {
		return (one.compareTo(other) >= 0) ? one : other;
	}

}
