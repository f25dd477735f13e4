package dev.parley.identity;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Refuses a path that is written otherwise than the servlet it leads to, as with dots,
 * doubled slashes or needless escapes. Spring answers it with 500 before its own firewall
 * sees it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class OddPathFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isOdd(request)) {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
			return;
		}
		chain.doFilter(request, response);
	}

	private static boolean isOdd(HttpServletRequest request) {
		try {
			ServletRequestPathUtils.parse(request);
			return false;
		}
		catch (IllegalArgumentException ex) {
			return true;
		}
	}

}
