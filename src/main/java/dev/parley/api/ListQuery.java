package dev.parley.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;

import dev.parley.submission.QueryParameters;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked of a list: at most {@code limit} items after the one with the key
 * {@code after}. A parameter that the list does not know is refused, so that no filter
 * goes unnoticed by a slip of the pen.
 */
public final class ListQuery {

	static final int LIMIT = 50;

	static final int MOST = 200;

	private final String path;

	private final Map<String, String> asked;

	private final Submission parameters;

	private final int limit;

	private final @Nullable String after;

	private ListQuery(String path, Map<String, String> asked, ToIntFunction<Submission> limit) {
		this.path = path;
		this.asked = asked;
		this.parameters = new Submission(new HashMap<>(asked));
		this.limit = limit.applyAsInt(this.parameters);
		this.after = this.parameters.optionalText("after", "Key after which to begin", Submission.LINE);
	}

	/**
	 * Reads the parameters of a request.
	 * @throws SubmissionRefused when one is given twice, or cannot be read: the server
	 * would drop it
	 */
	public static ListQuery of(HttpServletRequest request) {
		return new ListQuery(request.getRequestURI(), QueryParameters.of(request), (parameters) -> Objects
			.requireNonNullElse(parameters.optionalWholeNumber("limit", "Items on a page", 1, MOST), LIMIT));
	}

	/**
	 * Reads the parameters of a list that people look at, whose pages are all alike.
	 * @param request the request
	 * @param limit items on a page
	 * @throws SubmissionRefused when a parameter is given twice, or cannot be read
	 */
	public static ListQuery ofPage(HttpServletRequest request, int limit) {
		return new ListQuery(request.getRequestURI(), QueryParameters.of(request), (parameters) -> limit);
	}

	/** The other parameters, to be read and closed by the list. */
	public Submission parameters() {
		return this.parameters;
	}

	int limit() {
		return this.limit;
	}

	/** One more than fit, which shows whether there are more. */
	public int most() {
		return this.limit + 1;
	}

	public @Nullable String after() {
		return this.after;
	}

	/** The address of the page that begins after a key, with the same filters. */
	String after(String key) {
		UriComponentsBuilder next = UriComponentsBuilder.fromPath(this.path);
		List<String> names = this.asked.keySet().stream().filter((name) -> !name.equals("after")).sorted().toList();
		names.forEach((name) -> next.queryParam(name, "{" + name + "}"));
		Map<String, Object> values = new HashMap<>(this.asked);
		values.put("after", key);
		return next.queryParam("after", "{after}").encode().buildAndExpand(values).toUriString();
	}

}
