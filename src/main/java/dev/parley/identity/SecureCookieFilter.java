package dev.parley.identity;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Marks the webapps' own cookie as Secure on HTTPS. They write it as a bare header, by a
 * fixed setting instead of by the request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecureCookieFilter extends OncePerRequestFilter {

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.isSecure();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, new SecureCookies(response));
	}

	private static final class SecureCookies extends HttpServletResponseWrapper {

		SecureCookies(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void addHeader(String name, String value) {
			super.addHeader(name, secured(name, value));
		}

		@Override
		public void setHeader(String name, String value) {
			super.setHeader(name, secured(name, value));
		}

		private static String secured(String name, String value) {
			boolean open = HttpHeaders.SET_COOKIE.equalsIgnoreCase(name)
					&& !value.toLowerCase(Locale.ROOT).contains("secure");
			return open ? value + ";Secure" : value;
		}

	}

}
