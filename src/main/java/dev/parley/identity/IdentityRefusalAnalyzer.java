package dev.parley.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints an {@link IdentityRefusal} as a sentence instead of a stack trace. */
class IdentityRefusalAnalyzer extends AbstractFailureAnalyzer<IdentityRefusal> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, IdentityRefusal refusal) {
		return new FailureAnalysis(String.valueOf(refusal.getMessage()), refusal.wayOut(), refusal);
	}

}
