package dev.parley.identity;

import java.io.IOException;
import java.net.URI;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Answers a refused call beneath {@code /api} with problem details (RFC 9457), where no
 * controller does.
 */
@Component
public class ApiProblems {

	private static final int REPLACEMENT = 0xFFFD;

	private final ObjectMapper json;

	ApiProblems(ObjectMapper json) {
		this.json = json;
	}

	/**
	 * Whether the caller is a system, to be answered with problem details. Goes by the
	 * path that leads to the call, which has no escapes and no context path in it.
	 */
	public static boolean concern(HttpServletRequest request) {
		String path = request.getServletPath();
		return path.equals("/api") || path.startsWith("/api/");
	}

	/**
	 * A problem. Half of a character, which may stand in what a caller sent, cannot be
	 * written and is replaced.
	 */
	public static ProblemDetail of(HttpStatus status, String detail) {
		int[] writable = detail.codePoints()
			.map((point) -> (Character.getType(point) == Character.SURROGATE) ? REPLACEMENT : point)
			.toArray();
		return ProblemDetail.forStatusAndDetail(status, new String(writable, 0, writable.length));
	}

	/** Sends a problem. */
	public void send(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
			throws IOException {
		ProblemDetail problem = of(status, detail);
		problem.setInstance(URI.create(request.getRequestURI()));
		response.resetBuffer();
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsBytes(problem));
		response.flushBuffer();
	}

}
