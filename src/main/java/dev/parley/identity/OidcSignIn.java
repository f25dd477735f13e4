package dev.parley.identity;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.stereotype.Component;

/**
 * Signs in at an OpenID Connect provider, by authorization code with PKCE. Nothing of it
 * asks for a password.
 */
@Component
@Conditional(PeopleSource.ProviderOn.class)
class OidcSignIn implements SignInWay {

	private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);

	private final OidcUserService users = new OidcUserService();

	private final OidcProvider provider;

	private final ProvidedPeople people;

	private final ApiProblems problems;

	private final OidcProperties properties;

	private final Clock clock;

	OidcSignIn(OidcProvider provider, ProvidedPeople people, ApiProblems problems, IdentityProperties properties,
			Clock clock) {
		this.provider = provider;
		this.people = people;
		this.problems = problems;
		this.properties = properties.oidc();
		this.clock = clock;
	}

	@Override
	public void api(HttpSecurity http) throws Exception {
		TokenEntryPoint entry = new TokenEntryPoint(this.problems, this.properties);
		limitSessions(http).exceptionHandling((handling) -> handling.authenticationEntryPoint(entry));
		if (this.properties.takesAccessTokens()) {
			ProviderManager tokens = new ProviderManager(new AccessTokens(this.people, this.properties));
			http.oauth2ResourceServer(
					(server) -> server.jwt((jwt) -> jwt.authenticationManager(tokens)).authenticationEntryPoint(entry));
		}
	}

	@Override
	public void webapps(HttpSecurity http) throws Exception {
		limitSessions(http).logout((logout) -> logout.logoutSuccessHandler(
				signOut((request, response, url) -> response.setStatus(HttpServletResponse.SC_NO_CONTENT))));
	}

	@Override
	public void pages(HttpSecurity http) throws Exception {
		limitSessions(http)
			.oauth2Login((login) -> login.loginPage(SignInConfiguration.SIGN_IN)
				.defaultSuccessUrl("/")
				.authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
				.authorizationEndpoint(
						(endpoint) -> endpoint.authorizationRequestResolver(new OidcRequests(this.provider)))
				.userInfoEndpoint((endpoint) -> endpoint.oidcUserService(this::admit))
				.failureHandler(this::refuse)
				.withObjectPostProcessor(new RefusalPage()))
			.oidcLogout((logout) -> logout.backChannel(Customizer.withDefaults()))
			.logout((logout) -> logout.logoutSuccessHandler(signOut((request, response, url) -> response
				.sendRedirect(request.getContextPath() + SignInConfiguration.SIGN_IN))));
	}

	private HttpSecurity limitSessions(HttpSecurity http) {
		return http.addFilterAfter(new SessionLifetimeFilter(this.properties.sessionLifetime(), this.clock),
				SecurityContextHolderFilter.class);
	}

	private OidcUser admit(OidcUserRequest request) {
		OidcUser user = this.users.loadUser(request);
		ClaimedPerson person = ClaimedPerson
			.of(user.getClaims(), Objects.requireNonNull(request.getIdToken().getIssuedAt()), this.properties)
			.signingIn();
		return new ParleyUser(this.people.admit(person), this.clock.instant(), List.of(), user);
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException {
		LOG.info("A sign-in at the identity provider was refused: {}", reason.getMessage());
		SignInMemory.REFUSAL.keep(request, sentence(reason));
		response.sendRedirect(request.getContextPath() + SignInConfiguration.SIGN_IN + "?refused");
	}

	private static String sentence(Throwable reason) {
		for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
			if (cause instanceof SignInRefused refused) {
				return String.valueOf(refused.getMessage());
			}
		}
		return "The sign-in at the identity provider did not succeed, or took too long. Try again,"
				+ " and tell the operator if it happens again.";
	}

	/**
	 * Ends the session, and has the sign-in page lead on to the end of the provider's. A
	 * redirect after a form would be stopped by the browser: the pages' policy lets forms
	 * go to Parley only.
	 */
	private LogoutSuccessHandler signOut(RedirectStrategy answer) {
		OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(this.provider);
		handler.setPostLogoutRedirectUri("{baseUrl}" + SignInConfiguration.SIGN_IN + "?signedOut");
		handler.setDefaultTargetUrl(SignInConfiguration.SIGN_IN + "?signedOut");
		handler.setRedirectStrategy((request, response, url) -> {
			SignInMemory.FAREWELL.keep(request, url);
			answer.sendRedirect(request, response, url);
		});
		return handler;
	}

	/** Leads to the sign-in page, too, when the provider cannot even be asked. */
	private final class RefusalPage implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

		@Override
		public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
			filter.setAuthenticationFailureHandler(OidcSignIn.this::refuse);
			return filter;
		}

	}

}
