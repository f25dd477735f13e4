package dev.parley.challenge;

import dev.parley.register.Challenges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that time ran out for the questions that are not answered. */
@Component("recordUnanswered")
class RecordUnansweredDelegate implements JavaDelegate {

	private final Challenges challenges;

	RecordUnansweredDelegate(Challenges challenges) {
		this.challenges = challenges;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.challenges.recordUnanswered(CisoChallengeProcess.caseId(execution));
	}

}
