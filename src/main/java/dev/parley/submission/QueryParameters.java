package dev.parley.submission;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The part of an address after the question mark, read without the body. What an address
 * does not take is refused, so that nothing goes unnoticed by a slip of the pen.
 */
public final class QueryParameters {

	private QueryParameters() {
	}

	/**
	 * The parameters by name.
	 * @throws SubmissionRefused when one is given twice, or cannot be read: the server
	 * would drop it
	 */
	public static Map<String, String> of(HttpServletRequest request) {
		MultiValueMap<String, String> given = read(Objects.requireNonNullElse(request.getQueryString(), ""));
		given.forEach((name, values) -> {
			if (values.size() > 1) {
				throw new SubmissionRefused("The parameter %s is given %d times. Give it once."
					.formatted(Texts.shortened(name), values.size()));
			}
		});
		return given.toSingleValueMap();
	}

	/**
	 * Makes sure that no parameter is given but these, each at most once.
	 * @throws SubmissionRefused when that is not so
	 */
	public static void requireAmong(HttpServletRequest request, String... known) {
		of(request).keySet().stream().filter((name) -> !Arrays.asList(known).contains(name)).forEach((name) -> {
			throw new SubmissionRefused("There is no parameter %s here. The address takes %s."
				.formatted(Texts.shortened(name), String.join(", ", known)));
		});
	}

	private static MultiValueMap<String, String> read(String query) {
		MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
		try {
			for (String pair : query.split("&", -1)) {
				String[] sides = pair.split("=", 2);
				String name = URLDecoder.decode(sides[0], StandardCharsets.UTF_8);
				if (!name.isEmpty()) {
					given.add(name, (sides.length == 2) ? URLDecoder.decode(sides[1], StandardCharsets.UTF_8) : "");
				}
				else if (!pair.isEmpty()) {
					throw new IllegalArgumentException("A value without a name");
				}
			}
			return given;
		}
		catch (IllegalArgumentException ex) {
			throw new SubmissionRefused("The part of the address after the question mark cannot be read.");
		}
	}

}
