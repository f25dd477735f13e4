package dev.parley.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One sign-in for pages, webapps and REST. Without it only the health probes, the sign-in
 * page and its assets answer.
 */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

	static final String SIGN_IN = "/sign-in";

	private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none';"
			+ " form-action 'self'; frame-ancestors 'none'; img-src 'self' data:";

	private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

	@Bean
	SlowPasswordHash slowPasswordHash(IdentityProperties properties) {
		return new SlowPasswordHash(properties.passwordIterations());
	}

	/** Refuses the NUL character in parameters, which no database can look for. */
	@Bean
	HttpFirewall firewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedParameterValues((value) -> value.indexOf(0) < 0);
		return firewall;
	}

	@Bean
	@Order(1)
	SecurityFilterChain rest(HttpSecurity http, IdentityService identities, People people, SignInWay way,
			ApiAccessDenied denied) throws Exception {
		way.api(http);
		return http
			.securityMatcher(new OrRequestMatcher(PATH.matcher("/engine-rest/**"), PATH.matcher("/api/**"),
					PATH.matcher("/v3/api-docs/**"), PATH.matcher("/v3/api-docs.yaml")))
			.authorizeHttpRequests((requests) -> {
				for (ApiRoute route : ApiRoute.values()) {
					requests.requestMatchers(route.matcher()).access(open(route, people));
				}
				requests.anyRequest().authenticated();
			})
			.exceptionHandling((handling) -> handling.accessDeniedHandler(denied))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
			.csrf((csrf) -> csrf.requireCsrfProtectionMatcher(SignInConfiguration::needsToken))
			.requestCache((cache) -> cache.disable())
			.addFilterAfter(new EngineIdentityFilter(identities, people), AuthorizationFilter.class)
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain webapps(HttpSecurity http, SignInWay way) throws Exception {
		way.webapps(http);
		RequestMatcher api = PATH.matcher("/camunda/api/**");
		return http.securityMatcher(PATH.matcher("/camunda/**"))
			.authorizeHttpRequests((requests) -> requests.requestMatchers(PATH.matcher("/camunda/api/admin/setup/**"))
				.denyAll()
				.requestMatchers(PATH.matcher("/camunda/app/admin/*/setup/**"))
				.denyAll()
				.anyRequest()
				.authenticated())
			.exceptionHandling((handling) -> handling
				.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), api)
				.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint(SIGN_IN), (request) -> true))
			.logout((logout) -> logout
				.logoutRequestMatcher(PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout")))
			.requestCache((cache) -> cache.disable())
			.csrf((csrf) -> csrf.disable())
			.headers((headers) -> headers.frameOptions((frames) -> frames.sameOrigin()))
			.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain pages(HttpSecurity http, SignInWay way) throws Exception {
		http.exceptionHandling((handling) -> handling.defaultAuthenticationEntryPointFor(SignInConfiguration::reload,
				SignInConfiguration::isForPartOfAPage));
		way.pages(http);
		return http
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers(PATH.matcher(SIGN_IN), PATH.matcher("/parley/**"), PATH.matcher("/lib/**"),
						PATH.matcher("/favicon.ico"), PATH.matcher("/error"))
				.permitAll()
				.requestMatchers(PATH.matcher("/actuator/health/**"), PATH.matcher("/actuator/health"))
				.permitAll()
				.requestMatchers(PATH.matcher("/actuator/**"))
				.denyAll()
				.anyRequest()
				.authenticated())
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader((policy) -> policy.policy("camera=(), microphone=(), geolocation=()")))
			.csrf(Customizer.withDefaults())
			.build();
	}

	@Bean
	FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappSignIn() {
		FilterRegistrationBean<ContainerBasedAuthenticationFilter> registration = new FilterRegistrationBean<>(
				new ContainerBasedAuthenticationFilter());
		registration.addInitParameter("authentication-provider", WebappSignIn.class.getName());
		registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
		registration.setOrder(201);
		return registration;
	}

	/** Whether htmx asks, which would look for the part in the sign-in page. */
	private static boolean isForPartOfAPage(HttpServletRequest request) {
		return request.getHeader("HX-Request") != null;
	}

	/** Has htmx load the whole page, which leads to the sign-in. */
	private static void reload(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException refused) {
		response.setStatus(HttpStatus.UNAUTHORIZED.value());
		response.setHeader("HX-Refresh", "true");
	}

	/** Whether the caller's offices, read anew at each call, may take a route. */
	private static AuthorizationManager<RequestAuthorizationContext> open(ApiRoute route, People people) {
		return AuthorizationManagers.allOf(AuthenticatedAuthorizationManager.authenticated(), (caller,
				request) -> new AuthorizationDecision(route.isOpenTo(people.groupsOf(caller.get().getName()))));
	}

	/**
	 * A browser's session needs a token; a request with its own credentials does not. One
	 * with neither is asked to sign in.
	 */
	private static boolean needsToken(HttpServletRequest request) {
		return request.getHeader(HttpHeaders.AUTHORIZATION) == null && request.getSession(false) != null
				&& CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request);
	}

}
