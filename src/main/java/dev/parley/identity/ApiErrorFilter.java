package dev.parley.identity;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns what filters refuse beneath {@code /api} into problem details: a missing sign-in,
 * an odd path, what the firewall rejects. Without it the error page answers.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrorFilter extends OncePerRequestFilter {

	private final ApiProblems problems;

	ApiErrorFilter(ApiProblems problems) {
		this.problems = problems;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !ApiProblems.concern(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, new HttpServletResponseWrapper(response) {

			@Override
			public void sendError(int status) throws IOException {
				HttpStatus refusal = HttpStatus.valueOf(status);
				ApiErrorFilter.this.problems.send(request, response, refusal, sentence(refusal));
			}

			@Override
			public void sendError(int status, @Nullable String reason) throws IOException {
				sendError(status);
			}

		});
	}

	private static String sentence(HttpStatus status) {
		return switch (status) {
			case BAD_REQUEST ->
				"The request is not written as it should be: its address, a parameter or a header holds what cannot stand there.";
			case UNAUTHORIZED ->
				"Nobody is signed in, or user and password do not match. Send HTTP Basic credentials, or sign in at /sign-in.";
			default -> status.getReasonPhrase() + ".";
		};
	}

}
