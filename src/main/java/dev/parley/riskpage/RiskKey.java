package dev.parley.riskpage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parley.submission.SubmissionRefused;
import org.jspecify.annotations.Nullable;

/**
 * A place in the list, which stays where it is while risks come, go and change.
 *
 * @param value what the list is sorted by, or null where that is the number
 * @param riskId the risk
 */
record RiskKey(@Nullable String value, String riskId) {

	private static final Pattern WRITTEN = Pattern.compile("(?:(.*)~)?(R-\\d{4}-\\d{4,18})");

	/**
	 * Reads a key, if one is given.
	 * @throws SubmissionRefused when it is none of a list in this order
	 */
	static @Nullable RiskKey read(@Nullable String after, RiskSort sort) {
		if (after == null) {
			return null;
		}
		Matcher written = WRITTEN.matcher(after);
		if (!written.matches() || !sort.knows(written.group(1))) {
			throw new SubmissionRefused(
					"\"%s\" is no place in this list, after which the page could begin. Follow the link to the next page."
						.formatted(after));
		}
		return new RiskKey(written.group(1), written.group(2));
	}

	@Override
	public String toString() {
		return (this.value != null) ? this.value + "~" + this.riskId : this.riskId;
	}

}
