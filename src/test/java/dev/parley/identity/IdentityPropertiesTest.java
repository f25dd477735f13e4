package dev.parley.identity;

import dev.parley.identity.IdentityProperties.FirstAdministrator;
import dev.parley.settings.SettingRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IdentityPropertiesTest {

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 9_999, 10_000_001 })
	void refusesRoundsThatAreTooFewOrNeverEnd(int rounds) {
		assertThatExceptionOfType(SettingRefusal.class)
			.isThrownBy(() -> new IdentityProperties(new FirstAdministrator(null, null), rounds))
			.withMessageContaining("parley.identity.password-iterations is " + rounds)
			.satisfies((refusal) -> assertThat(refusal.wayOut()).contains("210000"));
	}

	@Test
	void takesTheBounds() {
		assertThatCode(() -> {
			new IdentityProperties(new FirstAdministrator(null, null), 10_000);
			new IdentityProperties(new FirstAdministrator(null, null), 10_000_000);
		}).doesNotThrowAnyException();
	}

}
