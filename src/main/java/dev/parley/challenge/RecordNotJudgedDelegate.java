package dev.parley.challenge;

import dev.parley.register.Challenges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that time ran out for the CISO, which never counts as support. */
@Component("recordNotJudged")
class RecordNotJudgedDelegate implements JavaDelegate {

	private final Challenges challenges;

	RecordNotJudgedDelegate(Challenges challenges) {
		this.challenges = challenges;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.challenges.recordNotJudged(CisoChallengeProcess.caseId(execution));
	}

}
