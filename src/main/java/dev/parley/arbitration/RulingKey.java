package dev.parley.arbitration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parley.submission.SubmissionRefused;
import org.jspecify.annotations.Nullable;

/**
 * Which ruling: the case, the referral in it, the ruling on that.
 *
 * @param caseId the case
 * @param referral number of the referral
 * @param number number of the ruling
 */
record RulingKey(String caseId, int referral, int number) {

	private static final Pattern WRITTEN = Pattern.compile("(RC-\\d{4}-\\d{4,18})\\.(\\d{1,4})\\.(\\d{1,4})");

	/**
	 * Reads a key, if one is given.
	 * @throws SubmissionRefused when it is none
	 */
	static @Nullable RulingKey read(@Nullable String after) {
		if (after == null) {
			return null;
		}
		Matcher written = WRITTEN.matcher(after);
		if (!written.matches()) {
			throw new SubmissionRefused(
					"\"%s\" is no ruling, after which the page could begin. Follow the link to the next page."
						.formatted(after));
		}
		return new RulingKey(written.group(1), Integer.parseInt(written.group(2)), Integer.parseInt(written.group(3)));
	}

	@Override
	public String toString() {
		return this.caseId + "." + this.referral + "." + this.number;
	}

}
