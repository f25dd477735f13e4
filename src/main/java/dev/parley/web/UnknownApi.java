package dev.parley.web;

import dev.parley.submission.NotThere;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers for addresses beneath {@code /api} that do not exist, or not by this method.
 */
@RestController
class UnknownApi {

	@RequestMapping("/api/**")
	void unknown(HttpServletRequest request) {
		throw new NotThere("There is no %s %s.".formatted(request.getMethod(), request.getRequestURI()));
	}

}
