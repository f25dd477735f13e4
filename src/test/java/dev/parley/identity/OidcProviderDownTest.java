package dev.parley.identity;

import dev.parley.Caller;
import dev.parley.Caller.Answer;
import dev.parley.Provider;
import dev.parley.ProviderTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Parley while its provider is down, from before the start. */
@ProviderTest(issuer = "http://127.0.0.1:1")
class OidcProviderDownTest {

	@LocalServerPort
	int port;

	@Autowired
	Provider elsewhere;

	@Test
	void startsAndIsHealthy() {
		assertThat(Caller.nobody(this.port).get("/actuator/health").status()).isEqualTo(200);
	}

	@Test
	void tellsPeopleOnTheSignInPage() {
		Caller browser = Caller.browser(this.port);

		Answer page = this.elsewhere.follow(browser, browser.get("/oauth2/authorization/parley"));

		assertThat(page.request()).contains("/sign-in?refused");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("The identity provider does not answer. Try again in some minutes");
	}

	@Test
	void tellsSystemsThatTheirTokensCannotBeChecked() {
		String token = this.elsewhere.tokenOf("anybody", (claims) -> claims.issuer("http://127.0.0.1:1"));

		Answer answer = Caller.withToken(token, this.port).get("/api/v1/assets");

		assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
		assertThat(answer.json().path("detail").asText()).contains("access tokens cannot be checked");
	}

}
