package dev.parley.challenge;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names of the model CisoChallenge. */
final class CisoChallengeProcess {

	/** Case id; also the business key. */
	static final String CASE_ID = "caseId";

	/** How many rounds of questions there may be. */
	static final String ROUNDS_ALLOWED = "roundsAllowed";

	/** Whether the CISO asked anything. */
	static final String QUESTIONS_ASKED = "questionsAsked";

	/** Numbers of the questions of the round that is on. */
	static final String OPEN_QUESTIONS = "openQuestions";

	/** Number of the question that a task asks. */
	static final String QUESTION = "question";

	/** Whether the CISO asks another round of questions. */
	static final String ANOTHER_ROUND = "anotherRound";

	private CisoChallengeProcess() {
	}

	static String caseId(DelegateExecution execution) {
		return (String) execution.getVariable(CASE_ID);
	}

}
