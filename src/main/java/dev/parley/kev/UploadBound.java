package dev.parley.kev;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an upload that is larger than any catalog before anything reads it: where the
 * server stops reading a form, it loses the form's token too, and would blame that.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadBound extends OncePerRequestFilter {

	/** What a form may add to its file. */
	private static final int FORM_BYTES = 64 * 1024;

	private final ObjectMapper json;

	UploadBound(ObjectMapper json) {
		this.json = json;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getServletPath().endsWith(KevImportController.PATH)
				|| request.getContentLengthLong() <= CatalogTooLarge.MOST_BYTES + FORM_BYTES;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!request.getServletPath().startsWith("/api/")) {
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
			return;
		}
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE,
				new CatalogTooLarge().getMessage());
		response.setStatus(problem.getStatus());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		this.json.writeValue(response.getOutputStream(),
				Map.of("type", problem.getType(), "title", HttpStatus.PAYLOAD_TOO_LARGE.getReasonPhrase(), "status",
						problem.getStatus(), "detail", String.valueOf(problem.getDetail()), "instance",
						request.getRequestURI()));
	}

}
