package dev.parley.identity;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OidcPropertiesTest {

	private static final Map<String, String> GOOD = Map.of("issuer", "https://login.example.org/realms/corp",
			"client-id", "parley", "client-secret", "secret");

	static Stream<Arguments> wrong() {
		return Stream.of(Arguments.of(with("client-id", ""), "has no client id or no client secret"),
				Arguments.of(with("client-secret", ""), "has no client id or no client secret"),
				Arguments.of(with("issuer", ""), "A client of an OpenID Connect provider is configured"),
				Arguments.of(with("issuer", "http://login.example.org"), "is not an https address"),
				Arguments.of(with("issuer", "login.example.org"), "is not an https address"),
				Arguments.of(with("issuer", "not an address"), "is not an https address"),
				Arguments.of(with("scopes", "profile"), "lack openid"),
				Arguments.of(with("audience", "parley"), "is the client id parley"),
				Arguments.of(with("offices.chief", "x"), "names chief, which is no office"),
				Arguments.of(with("user-claim", ""), "has no name"),
				Arguments.of(with("session-lifetime", "0s"), "A session would last PT0S"));
	}

	@ParameterizedTest
	@MethodSource("wrong")
	void refusesToStartWithASentence(Map<String, String> settings, String words) {
		assertThatExceptionOfType(IdentityRefusal.class).isThrownBy(() -> properties(settings).check(false))
			.withMessageContaining(words)
			.satisfies((refusal) -> assertThat(refusal.wayOut()).isNotBlank());
	}

	@Test
	void doesNotMixTheDemosUsersWithAProvider() {
		new ApplicationContextRunner().withUserConfiguration(PeopleSourceConfiguration.class)
			.withPropertyValues("spring.profiles.active=demo", "parley.identity.oidc.issuer=https://login.example.org")
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(IdentityRefusal.class)
				.hasMessageContaining("users with known passwords"));
	}

	@Test
	void takesWhatIsComplete() {
		properties(GOOD).check(false);
		properties(with("issuer", "http://localhost:9000")).check(false);
		properties(Map.of()).check(true);
	}

	@Test
	void givesOfficesByTheirIds() {
		assertThat(properties(GOOD).officesOf(List.of("cio", "risk-owner", "canteen", "CISO")))
			.isEqualTo(Set.of("cio", "risk-owner"));
	}

	@Test
	void givesOfficesByPrefixAndByNamedGroups() {
		Map<String, String> settings = new HashMap<>(with("group-prefix", "parley-"));
		settings.put("offices.ciso[0]", "CN=Security, DC=example");
		settings.put("offices.riskowner", "owners,heads");

		OidcProperties properties = properties(settings);

		assertThat(properties.officesOf(List.of("parley-cio", "CN=Security, DC=example", "heads")))
			.isEqualTo(Set.of("cio", "ciso", "risk-owner"));
		assertThat(properties.officesOf(List.of("cio", "parley-ciso", "ciso", "parley-risk-owner"))).isEmpty();
	}

	@Test
	void startsWithoutAProviderThatIsDownAndTellsWhoSignsIn() throws IOException {
		OidcProvider provider = provider("http://127.0.0.1:" + freePort());

		provider.afterSingletonsInstantiated();

		assertThatExceptionOfType(SignInRefused.class).isThrownBy(() -> provider.findByRegistrationId(OidcProvider.ID))
			.withMessageContaining("The identity provider does not answer");
	}

	@Test
	void doesNotStartWithAProviderOfAnotherName() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		server.createContext("/", (exchange) -> {
			byte[] body = """
					{"issuer": "https://elsewhere.example.org", "jwks_uri": "https://elsewhere.example.org/keys",
					 "authorization_endpoint": "https://elsewhere.example.org/a", "token_endpoint": "https://e.example/t",
					 "subject_types_supported": ["public"]}"""
				.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
		try {
			OidcProvider provider = provider("http://127.0.0.1:" + server.getAddress().getPort());
			assertThatExceptionOfType(IdentityRefusal.class).isThrownBy(provider::afterSingletonsInstantiated)
				.withMessageContaining("does not describe itself as the issuer of that name");
		}
		finally {
			server.stop(0);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static OidcProvider provider(String issuer) {
		return new OidcProvider(new IdentityProperties(new IdentityProperties.FirstAdministrator(null, null), 10_000,
				properties(with("issuer", issuer))));
	}

	private static Map<String, String> with(String key, String value) {
		Map<String, String> settings = new HashMap<>(GOOD);
		settings.put(key, value);
		return settings;
	}

	private static OidcProperties properties(Map<String, String> settings) {
		MapConfigurationPropertySource source = new MapConfigurationPropertySource();
		settings.forEach((key, value) -> source.put("parley.identity.oidc." + key, value));
		return new Binder(source).bindOrCreate("parley.identity.oidc", OidcProperties.class);
	}

}
