package dev.parley.identity;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Tells a system why it may not make a call: which offices may, or that a token misses.
 */
@Component
class ApiAccessDenied implements AccessDeniedHandler {

	private static final String NO_TOKEN = "A call with a browser's session needs the session's token in the header"
			+ " X-CSRF-TOKEN. Send it, or call with credentials of your own and without the session.";

	private final ApiProblems problems;

	private final People people;

	ApiAccessDenied(ApiProblems problems, People people) {
		this.problems = problems;
		this.people = people;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		if (ApiProblems.concern(request)) {
			this.problems.send(request, response, HttpStatus.FORBIDDEN,
					(denied instanceof CsrfException) ? NO_TOKEN : offices(request));
		}
		else {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

	private String offices(HttpServletRequest request) {
		String user = request.getRemoteUser();
		Collection<Office> held = this.people.groupsOf(user)
			.stream()
			.flatMap((group) -> Office.ofGroup(group).stream())
			.sorted()
			.toList();
		String open = Arrays.stream(ApiRoute.values())
			.filter((route) -> route.matcher().matches(request))
			.map((route) -> labels(route.offices()))
			.findFirst()
			.orElse("none");
		return "%s %s is open to these offices: %s. You (%s) hold: %s.".formatted(request.getMethod(),
				request.getRequestURI(), open, user, held.isEmpty() ? "none" : labels(held));
	}

	private static String labels(Collection<Office> offices) {
		return offices.stream().map(Office::label).collect(Collectors.joining(", "));
	}

}
