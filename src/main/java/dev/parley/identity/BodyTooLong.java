package dev.parley.identity;

import java.io.IOException;
import java.util.Locale;

/** A body is longer than a call may send. */
public class BodyTooLong extends IOException {

	/** Longest body, in bytes. */
	static final int LONGEST = 256 * 1024;

	/** What the caller is told. */
	public static final String SENTENCE = String.format(Locale.ENGLISH,
			"The body is longer than %,d bytes. Shorten its texts.", LONGEST);

	BodyTooLong() {
		super(SENTENCE);
	}

}
