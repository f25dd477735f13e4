package dev.parley.intake;

import dev.parley.identity.Duty;
import dev.parley.register.Acts;
import dev.parley.register.Cases;
import dev.parley.register.RaisedRisk;
import dev.parley.submission.StartForm;
import dev.parley.submission.Submission;
import org.springframework.stereotype.Component;

/** Opens a case with what a requester raised. */
@Component
class RaiseRiskForm implements StartForm<RaisedRisk> {

	private final Cases cases;

	private final Acts acts;

	RaiseRiskForm(Cases cases, Acts acts) {
		this.cases = cases;
		this.acts = acts;
	}

	@Override
	public RaisedRisk read(Submission submission) {
		return RaiseRiskSubmission.read(submission);
	}

	@Override
	public String accept(RaisedRisk raised, String user) {
		String caseId = this.cases.open(raised, user);
		this.acts.record(caseId, Duty.RAISE, user);
		return caseId;
	}

}
