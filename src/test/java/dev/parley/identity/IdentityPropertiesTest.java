package dev.parley.identity;

import java.util.Map;

import dev.parley.identity.IdentityProperties.FirstAdministrator;
import dev.parley.settings.SettingRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IdentityPropertiesTest {

	private static final OidcProperties LOCAL = new Binder(new MapConfigurationPropertySource(Map.of()))
		.bindOrCreate("none", OidcProperties.class);

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 9_999, 10_000_001 })
	void refusesRoundsThatAreTooFewOrNeverEnd(int rounds) {
		assertThatExceptionOfType(SettingRefusal.class)
			.isThrownBy(() -> new IdentityProperties(new FirstAdministrator(null, null), rounds, LOCAL))
			.withMessageContaining("parley.identity.password-iterations is " + rounds)
			.satisfies((refusal) -> assertThat(refusal.wayOut()).contains("210000"));
	}

	@Test
	void takesTheBounds() {
		assertThatCode(() -> {
			new IdentityProperties(new FirstAdministrator(null, null), 10_000, LOCAL);
			new IdentityProperties(new FirstAdministrator(null, null), 10_000_000, LOCAL);
		}).doesNotThrowAnyException();
	}

}
