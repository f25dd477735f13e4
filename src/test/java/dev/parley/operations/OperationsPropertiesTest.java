package dev.parley.operations;

import java.time.Duration;

import dev.parley.settings.SettingRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OperationsPropertiesTest {

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S", "PT0.999S", "PT24H0.001S", "P30D" })
	void refusesAHeartbeatThatIsTooOftenOrTooRare(Duration heartbeat) {
		assertThatExceptionOfType(SettingRefusal.class).isThrownBy(() -> new OperationsProperties(heartbeat))
			.withMessageContaining("parley.operations.heartbeat is " + heartbeat)
			.satisfies((refusal) -> assertThat(refusal.wayOut()).contains("PT30S"));
	}

	@Test
	void takesTheBounds() {
		assertThatCode(() -> {
			new OperationsProperties(Duration.ofSeconds(1));
			new OperationsProperties(Duration.ofDays(1));
		}).doesNotThrowAnyException();
	}

}
