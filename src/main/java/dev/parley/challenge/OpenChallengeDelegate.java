package dev.parley.challenge;

import dev.parley.register.Challenges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the challenge with the number of rounds that the rules allow. */
@Component("openChallenge")
class OpenChallengeDelegate implements JavaDelegate {

	private final Challenges challenges;

	OpenChallengeDelegate(Challenges challenges) {
		this.challenges = challenges;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.challenges.open(CisoChallengeProcess.caseId(execution),
				((Number) execution.getVariable(CisoChallengeProcess.ROUNDS_ALLOWED)).intValue());
	}

}
