package dev.parley.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Asks the provider who somebody is; after a refusal, to ask for credentials anew, so
 * that the person can take another account.
 */
class OidcRequests implements OAuth2AuthorizationRequestResolver {

	private final OAuth2AuthorizationRequestResolver requests;

	OidcRequests(ClientRegistrationRepository provider) {
		this.requests = new DefaultOAuth2AuthorizationRequestResolver(provider, "/oauth2/authorization");
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		return anew(request, this.requests.resolve(request));
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
		return anew(request, this.requests.resolve(request, registration));
	}

	private static @Nullable OAuth2AuthorizationRequest anew(HttpServletRequest request,
			@Nullable OAuth2AuthorizationRequest question) {
		if (question == null || request.getParameter("anew") == null) {
			return question;
		}
		return OAuth2AuthorizationRequest.from(question)
			.additionalParameters((parameters) -> parameters.put("prompt", "login"))
			.build();
	}

}
