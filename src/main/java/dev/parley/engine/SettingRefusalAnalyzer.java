package dev.parley.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link SettingRefusal} as a sentence instead of a stack trace. */
class SettingRefusalAnalyzer extends AbstractFailureAnalyzer<SettingRefusal> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SettingRefusal refusal) {
		return new FailureAnalysis(String.valueOf(refusal.getMessage()), refusal.wayOut(), refusal);
	}

}
