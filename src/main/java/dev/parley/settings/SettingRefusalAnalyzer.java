package dev.parley.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Prints a {@link SettingRefusal} as a sentence instead of a stack trace, before Spring
 * Boot says in general terms that settings could not be read.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingRefusalAnalyzer extends AbstractFailureAnalyzer<SettingRefusal> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SettingRefusal refusal) {
		return new FailureAnalysis(String.valueOf(refusal.getMessage()), refusal.wayOut(), refusal);
	}

}
