package dev.parley.demo;

import java.util.Map;

import dev.parley.decision.CaseWithdrawal;
import dev.parley.decision.RiskClosure;
import dev.parley.register.Cases;
import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people do in the demo besides tasks. */
@Component
@Profile("demo")
class DemoActs {

	private final Cases cases;

	private final CaseWithdrawal withdrawal;

	private final RiskClosure closure;

	DemoActs(Cases cases, CaseWithdrawal withdrawal, RiskClosure closure) {
		this.cases = cases;
		this.withdrawal = withdrawal;
		this.closure = closure;
	}

	void withdraw(String caseId, Map<String, @Nullable Object> answers, String user) {
		this.withdrawal.withdraw(caseId, new Submission(answers), user);
	}

	void close(String caseId, Map<String, @Nullable Object> answers, String user) {
		String riskId = this.cases.require(caseId).riskId();
		this.closure.close(String.valueOf(riskId), new Submission(answers), user);
	}

}
