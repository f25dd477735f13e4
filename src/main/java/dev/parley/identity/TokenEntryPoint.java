package dev.parley.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Tells a system how to call: problem details (RFC 9457) beneath {@code /api}, the
 * engine's own shape beneath {@code /engine-rest}.
 */
class TokenEntryPoint implements AuthenticationEntryPoint {

	private final ObjectMapper json = new ObjectMapper();

	private final ApiProblems problems;

	private final OidcProperties properties;

	TokenEntryPoint(ApiProblems problems, OidcProperties properties) {
		this.problems = problems;
		this.properties = properties;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException {
		if (reason instanceof SignInRefused refused) {
			answer(request, response, refused.status(), String.valueOf(refused.getMessage()));
			return;
		}
		boolean badToken = reason instanceof InvalidBearerTokenException;
		if (this.properties.takesAccessTokens()) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
					badToken ? "Bearer realm=\"Parley\", error=\"invalid_token\"" : "Bearer realm=\"Parley\"");
		}
		answer(request, response, HttpStatus.UNAUTHORIZED,
				badToken ? "The access token is not valid: " + reason.getMessage() : howToCall());
	}

	private String howToCall() {
		String token = this.properties.takesAccessTokens()
				? "Send an access token of %s for the audience %s (Authorization: Bearer)."
					.formatted(this.properties.issuer(), this.properties.audience())
				: "Systems cannot call until the operator sets parley.identity.oidc.audience.";
		return "Parley takes no passwords: people sign in at the identity provider, in a browser. " + token;
	}

	private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String reason)
			throws IOException {
		if (ApiProblems.concern(request)) {
			this.problems.send(request, response, status, reason);
			return;
		}
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		this.json.writeValue(response.getOutputStream(), Map.of("type", "AuthenticationException", "message", reason));
	}

}
