package dev.parley.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes header and page of the webapps name the same script nonce. The webapps keep it in
 * one place for all requests, so two that overlap leave one of them with a page whose
 * scripts the browser refuses.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ScriptNonceFilter extends OncePerRequestFilter {

	private static final String POLICY = "Content-Security-Policy";

	private static final Pattern START_PAGE = Pattern.compile("/camunda/app/\\w+/\\w+/");

	private static final Pattern NONCE_IN_PAGE = Pattern.compile("nonce=\"([\\w-]+)\"");

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !START_PAGE.matcher(request.getRequestURI()).matches();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, page);
		String policy = response.getHeader(POLICY);
		Matcher nonce = NONCE_IN_PAGE.matcher(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8));
		if (policy != null && nonce.find()) {
			response.setHeader(POLICY, policy.replaceFirst("'nonce-[\\w-]+'", "'nonce-" + nonce.group(1) + "'"));
		}
		page.copyBodyToResponse();
	}

}
