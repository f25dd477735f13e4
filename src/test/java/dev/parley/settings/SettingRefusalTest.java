package dev.parley.settings;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

import static org.assertj.core.api.Assertions.assertThat;

class SettingRefusalTest {

	@Test
	void isPrintedAsASentenceWithAWayOut() {
		SettingRefusal refusal = new SettingRefusal("It is nine.", "Make it eight.");

		FailureAnalysis analysis = new SettingRefusalAnalyzer().analyze(new BeanCreationException("calendar", refusal));

		assertThat(analysis.getDescription()).isEqualTo("It is nine.");
		assertThat(analysis.getAction()).isEqualTo("Make it eight.");
	}

	@Test
	void isKnownToSpringBoot() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, FailureHandler.handleMessage((message, cause) -> {
			}))).hasAtLeastOneElementOfType(SettingRefusalAnalyzer.class);
	}

}
