package dev.parley.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link DatabaseRefusal} as a sentence instead of a stack trace. */
class DatabaseRefusalAnalyzer extends AbstractFailureAnalyzer<DatabaseRefusal> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DatabaseRefusal refusal) {
		return new FailureAnalysis(String.valueOf(refusal.getMessage()), refusal.wayOut(), refusal);
	}

}
