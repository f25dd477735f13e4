package dev.parley.engine;

/** The process of a case, which calls all others. */
public final class CaseProcess {

	/** Its id in the model. */
	public static final String KEY = "RiskDecision";

	private CaseProcess() {
	}

}
