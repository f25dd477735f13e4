package dev.parley;

import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.parley.Caller.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * A real OpenID Connect provider (Spring Authorization Server) beside Parley, on another
 * site for the browser: 127.0.0.1, where Parley is localhost.
 */
public final class Provider implements AutoCloseable {

	public static final String CLIENT = "parley-client";

	public static final String SYSTEM_CLIENT = "scanner";

	public static final String SECRET = "provider-secret";

	public static final String PASSWORD = "at-the-provider";

	public static final String AUDIENCE = "parley-api";

	private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();

	private final Set<Integer> ports = ConcurrentHashMap.newKeySet();

	private final KeyPair keys = keys();

	private final AnnotationConfigServletWebServerApplicationContext context = new AnnotationConfigServletWebServerApplicationContext();

	private Provider() {
		this.context.registerBean(Provider.class, () -> this, (bean) -> bean.setDestroyMethodName(""));
		this.context.register(Setup.class);
		this.context.refresh();
	}

	public static Provider start() {
		return new Provider();
	}

	public String issuer() {
		return "http://127.0.0.1:" + this.context.getWebServer().getPort();
	}

	/** Registers Parley at a port as a client. */
	public void register(int port) {
		this.ports.add(port);
	}

	/**
	 * Makes or changes somebody: the account at the provider, and what its tokens say.
	 */
	public void knows(String account, String userId, String name, String... groups) {
		this.people.put(account, Map.of("preferred_username", userId, "given_name", name, "family_name", "Sato",
				"email", account + "@example.org", "groups", List.of(groups)));
	}

	/** Signs in from Parley's sign-in page, and returns Parley's last answer to it. */
	public Answer signIn(Caller browser, String account) {
		Answer form = follow(browser, open(browser, "/oauth2/authorization/parley"));
		if (!form.body().contains("name=\"password\"")) {
			return form;
		}
		Answer signedIn = browser.form(issuer() + "/login",
				Map.of("username", account, "password", PASSWORD, "_csrf", token(form)));
		return follow(browser, signedIn);
	}

	/** Follows redirects over both servers, until a page comes. */
	public Answer follow(Caller browser, Answer answer) {
		Answer last = answer;
		for (int step = 0; step < 10 && last.status() == 302; step++) {
			URI asked = URI.create(last.request().split(" ")[1]);
			last = open(browser, asked.resolve(last.header("Location")).toString());
		}
		return last;
	}

	/** Opens a page as a browser does, which asks for no JSON. */
	private static Answer open(Caller browser, String page) {
		return browser.send("GET", page, null, "Accept", "text/html");
	}

	private static String token(Answer form) {
		Matcher token = FORM_TOKEN.matcher(form.body());
		return token.find() ? token.group(1) : "none";
	}

	/** A token of this provider, of now and for Parley's API unless changed. */
	public String tokenOf(String account, Consumer<JwtClaimsSet.Builder> changes) {
		Instant now = Instant.now();
		JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
			.issuer(issuer())
			.subject(account)
			.audience(List.of(AUDIENCE))
			.issuedAt(now)
			.expiresAt(now.plusSeconds(300));
		this.people.getOrDefault(account, Map.of()).forEach(claims::claim);
		changes.accept(claims);
		return new NimbusJwtEncoder(source(this.keys)).encode(JwtEncoderParameters.from(claims.build()))
			.getTokenValue();
	}

	/** A token that only claims to be of this provider. */
	public String forgedTokenOf(String account) {
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.issuer(issuer())
			.subject(account)
			.audience(List.of(AUDIENCE))
			.claims((all) -> all.putAll(this.people.get(account)))
			.expiresAt(Instant.now().plusSeconds(300))
			.build();
		return new NimbusJwtEncoder(source(keys())).encode(JwtEncoderParameters.from(claims)).getTokenValue();
	}

	@Override
	public void close() {
		this.context.close();
	}

	private static JWKSource<SecurityContext> source(KeyPair keys) {
		RSAKey key = new RSAKey.Builder((RSAPublicKey) keys.getPublic()).privateKey(keys.getPrivate())
			.keyID("test")
			.build();
		return new ImmutableJWKSet<>(new JWKSet(key));
	}

	private static KeyPair keys() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return generator.generateKeyPair();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private RegisteredClient client() {
		return RegisteredClient.withId("1")
			.clientId(CLIENT)
			.clientSecret("{noop}" + SECRET)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUris((uris) -> this.ports
				.forEach((port) -> uris.add("http://localhost:%d/login/oauth2/code/parley".formatted(port))))
			.postLogoutRedirectUris((uris) -> this.ports
				.forEach((port) -> uris.add("http://localhost:%d/sign-in?signedOut".formatted(port))))
			.scopes((scopes) -> scopes.addAll(Set.of("openid", "profile", "email")))
			.clientSettings(ClientSettings.builder().requireProofKey(true).build())
			.build();
	}

	private static RegisteredClient system() {
		return RegisteredClient.withId("2")
			.clientId(SYSTEM_CLIENT)
			.clientSecret("{noop}" + SECRET)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.build();
	}

	private void fill(JwtEncodingContext token) {
		this.people.getOrDefault(token.getPrincipal().getName(), Map.of()).forEach(token.getClaims()::claim);
		if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
			token.getClaims().audience(List.of(AUDIENCE));
		}
	}

	/** The provider's own application context, apart from Parley's. */
	@TestConfiguration(proxyBeanMethods = false)
	@EnableWebSecurity
	static class Setup {

		@Bean
		TomcatServletWebServerFactory webServer() {
			return new TomcatServletWebServerFactory(0);
		}

		@Bean
		ServletRegistrationBean<DispatcherServlet> servlet(WebApplicationContext context) {
			return new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
		}

		@Bean
		@Order(1)
		SecurityFilterChain endpoints(HttpSecurity http) throws Exception {
			OAuth2AuthorizationServerConfigurer server = OAuth2AuthorizationServerConfigurer.authorizationServer();
			return http.securityMatcher(server.getEndpointsMatcher())
				.with(server, (endpoints) -> endpoints.oidc(Customizer.withDefaults()))
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.exceptionHandling(
						(handling) -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain login(HttpSecurity http) throws Exception {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.formLogin(Customizer.withDefaults())
				.build();
		}

		@Bean
		UserDetailsService accounts(Provider provider) {
			return (name) -> {
				if (!provider.people.containsKey(name)) {
					throw new UsernameNotFoundException(name);
				}
				return User.withUsername(name).password("{noop}" + PASSWORD).build();
			};
		}

		@Bean
		RegisteredClientRepository clients(Provider provider) {
			return new Clients(provider);
		}

		@Bean
		OAuth2TokenCustomizer<JwtEncodingContext> claims(Provider provider) {
			return provider::fill;
		}

		@Bean
		JWKSource<SecurityContext> jwkSource(Provider provider) {
			return source(provider.keys);
		}

		@Bean
		JwtDecoder jwtDecoder(JWKSource<SecurityContext> source) {
			return OAuth2AuthorizationServerConfiguration.jwtDecoder(source);
		}

		@Bean
		AuthorizationServerSettings settings() {
			return AuthorizationServerSettings.builder().build();
		}

	}

	private record Clients(Provider provider) implements RegisteredClientRepository {

		@Override
		public void save(RegisteredClient client) {
			// the provider wants to keep a better hash of the secret
		}

		@Override
		public @Nullable RegisteredClient findById(String id) {
			return id.equals("1") ? this.provider.client() : system();
		}

		@Override
		public @Nullable RegisteredClient findByClientId(String id) {
			return switch (id) {
				case CLIENT -> this.provider.client();
				case SYSTEM_CLIENT -> system();
				default -> null;
			};
		}

	}

}
