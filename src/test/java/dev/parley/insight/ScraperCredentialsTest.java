package dev.parley.insight;

import java.time.Duration;

import dev.parley.settings.SettingRefusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScraperCredentialsTest {

	@ParameterizedTest
	@CsvSource({ ",", ", null", "'', ''", "'  ', '  '" })
	void refusesEverybodyWithoutAPassword(@Nullable String configured, @Nullable String given) {
		assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> present(configured, given));
	}

	@ParameterizedTest
	@CsvSource({ "prometheus, Secret-1, true", "prometheus, secret-1, false", "Prometheus, Secret-1, false",
			"prometheus, Secret-12, false", "admin, Secret-1, false" })
	void takesThePairAsItIs(String user, String password, boolean right) {
		ScraperCredentials credentials = new ScraperCredentials(properties("Secret-1", Duration.ofMinutes(1)));
		UsernamePasswordAuthenticationToken given = UsernamePasswordAuthenticationToken.unauthenticated(user, password);

		if (right) {
			assertThat(credentials.authenticate(given).isAuthenticated()).isTrue();
		}
		else {
			assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> credentials.authenticate(given));
		}
	}

	@Test
	void refusesToReadWithoutPause() {
		assertThatExceptionOfType(SettingRefusal.class).isThrownBy(() -> properties("Secret-1", Duration.ZERO))
			.withMessageContaining("parley.metrics.refresh is PT0S");
	}

	private static void present(@Nullable String configured, @Nullable String given) {
		new ScraperCredentials(properties(configured, Duration.ofMinutes(1)))
			.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("prometheus", given));
	}

	private static MetricsProperties properties(@Nullable String password, Duration refresh) {
		return new MetricsProperties("prometheus", password, refresh);
	}

}
