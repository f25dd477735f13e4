package dev.parley.api;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import dev.parley.submission.SubmissionRefused;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The name that a caller gives to a call, so that it is done once however often it is
 * sent.
 *
 * @param value 1 to 255 visible ASCII characters
 */
record IdempotencyKey(String value) {

	static final String HEADER = "Idempotency-Key";

	private static final int LONGEST = 255;

	/**
	 * Reads the key of a request, if it has one.
	 * @throws SubmissionRefused when it has several, or one that is none
	 */
	static Optional<IdempotencyKey> of(HttpServletRequest request) {
		List<String> values = Collections.list(request.getHeaders(HEADER));
		if (values.size() > 1) {
			throw new SubmissionRefused(
					"The header %s is given %d times. Give it once.".formatted(HEADER, values.size()));
		}
		return values.stream().findFirst().map(IdempotencyKey::required);
	}

	private static IdempotencyKey required(String value) {
		if (!value.matches("[!-~]{1," + LONGEST + "}")) {
			throw new SubmissionRefused(
					"The header %s has %d characters; it takes 1 to %d, visible ones of ASCII without spaces."
						.formatted(HEADER, value.length(), LONGEST));
		}
		return new IdempotencyKey(value);
	}

}
