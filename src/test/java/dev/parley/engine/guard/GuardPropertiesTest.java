package dev.parley.engine.guard;

import dev.parley.settings.SettingRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GuardPropertiesTest {

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, Integer.MIN_VALUE })
	void refusesToKeepHistoryForLessThanADay(int days) {
		assertThatExceptionOfType(SettingRefusal.class).isThrownBy(() -> new GuardProperties(days))
			.withMessageContaining("parley.guard.history-days is " + days)
			.satisfies((refusal) -> assertThat(refusal.wayOut()).contains("3650"));
	}

	@Test
	void takesTheBounds() {
		assertThatCode(() -> {
			new GuardProperties(1);
			new GuardProperties(Integer.MAX_VALUE);
		}).doesNotThrowAnyException();
	}

}
