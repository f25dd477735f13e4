package dev.parley.kev;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.parley.identity.ApiProblems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses uploads before anything reads them: elsewhere than where the catalog is
 * imported, since whoever looks for a form's token reads all of it before anybody has
 * signed in; and there what is larger than any catalog, since where the server stops
 * reading a form, it loses the form's token too, and would blame that.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadBound extends OncePerRequestFilter {

	private static final Set<String> IMPORTS = Set.of(KevImportController.PATH, KevImportApi.PATH);

	/** What a form may add to its file. */
	private static final int FORM_BYTES = 64 * 1024;

	private final ApiProblems problems;

	UploadBound(ApiProblems problems) {
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
		boolean imports = IMPORTS.contains(path);
		if (imports && request.getContentLengthLong() > CatalogTooLarge.MOST_BYTES + FORM_BYTES) {
			refuse(request, response, HttpStatus.PAYLOAD_TOO_LARGE, new CatalogTooLarge().getMessage());
		}
		else if (!imports && isMultipart(request) && !isOfEngine(path)) {
			refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE,
					"No files and no multipart forms are taken here. Send JSON; only %s takes a file."
						.formatted(KevImportApi.PATH));
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private static boolean isMultipart(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
	}

	/** The engine's REST takes deployments and attachments, and reads them itself. */
	private static boolean isOfEngine(String path) {
		return Stream.of("/engine-rest/", "/camunda/api/").anyMatch(path::startsWith);
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
			throws IOException {
		if (ApiProblems.concern(request)) {
			this.problems.send(request, response, status, detail);
		}
		else {
			response.sendError(status.value());
		}
	}

}
