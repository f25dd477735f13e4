package dev.parley.identity;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds the bodies of API calls, of which none needs more than its texts. Imports bound
 * their own.
 */
@Component
class ApiBodyLimit extends OncePerRequestFilter {

	private final ApiProblems problems;

	ApiBodyLimit(ApiProblems problems) {
		this.problems = problems;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !ApiProblems.concern(request) || request.getServletPath().startsWith("/api/v1/imports/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > BodyTooLong.LONGEST) {
			this.problems.send(request, response, HttpStatus.PAYLOAD_TOO_LARGE, BodyTooLong.SENTENCE);
			return;
		}
		chain.doFilter(new HttpServletRequestWrapper(request) {

			@Override
			public ServletInputStream getInputStream() throws IOException {
				return new BoundedInput(super.getInputStream(), BodyTooLong.LONGEST);
			}

		}, response);
	}

}
