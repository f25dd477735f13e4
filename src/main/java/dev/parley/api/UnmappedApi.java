package dev.parley.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.parley.identity.ApiProblems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Answers calls beneath {@code /api} that lead to no controller: another address, method
 * or media type.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnmappedApi implements HandlerExceptionResolver {

	private final ApiProblems problems;

	UnmappedApi(ApiProblems problems) {
		this.problems = problems;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception fault) {
		String sentence = ApiProblems.concern(request) ? sentence(request, fault) : null;
		if (sentence == null || !(fault instanceof ErrorResponse refusal)) {
			return null;
		}
		refusal.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
		try {
			this.problems.send(request, response, HttpStatus.valueOf(refusal.getStatusCode().value()), sentence);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new ModelAndView();
	}

	private static @Nullable String sentence(HttpServletRequest request, Exception fault) {
		if (fault instanceof NoResourceFoundException) {
			return "There is no %s %s.".formatted(request.getMethod(), request.getRequestURI());
		}
		if (fault instanceof HttpRequestMethodNotSupportedException wrong) {
			String[] methods = Objects.requireNonNullElse(wrong.getSupportedMethods(), new String[0]);
			return "There is no %s %s, but %s.".formatted(request.getMethod(), request.getRequestURI(),
					Arrays.stream(methods).sorted().collect(Collectors.joining(", ")));
		}
		if (fault instanceof HttpMediaTypeNotAcceptableException wrong) {
			return "The answer is %s, which the header Accept does not allow. Nothing was changed."
				.formatted(list(wrong.getSupportedMediaTypes()));
		}
		if (fault instanceof HttpMediaTypeNotSupportedException wrong) {
			return "The body must be %s, and the header Content-Type says %s."
				.formatted(list(wrong.getSupportedMediaTypes()), request.getHeader(HttpHeaders.CONTENT_TYPE));
		}
		return null;
	}

	private static String list(Collection<?> items) {
		return items.stream().map(Object::toString).collect(Collectors.joining(" or "));
	}

}
