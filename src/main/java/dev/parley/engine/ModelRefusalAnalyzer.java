package dev.parley.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link ModelRefusal} as a sentence instead of a stack trace. */
class ModelRefusalAnalyzer extends AbstractFailureAnalyzer<ModelRefusal> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ModelRefusal refusal) {
		return new FailureAnalysis(String.valueOf(refusal.getMessage()),
				"Correct the file and start again. Nothing was deployed; the models deployed before are unchanged.",
				refusal);
	}

}
