package dev.parley.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.identity.Duty;
import dev.parley.identity.Office;
import dev.parley.register.Assessment;
import dev.parley.register.Assurance.Opinion;
import dev.parley.register.Assurances;
import dev.parley.register.CaseSoFar;
import dev.parley.register.Cases;
import dev.parley.register.Decisions;
import dev.parley.register.RiskCase;
import dev.parley.submission.Submission;
import dev.parley.submission.TaskContext;
import dev.parley.submission.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The CISO says whether a decision was informed and can be defended, or objects. */
@Component
class GiveAssuranceForm implements TaskForm<Opinion> {

	private final Assurances assurances;

	private final Decisions decisions;

	private final Cases cases;

	private final CaseSoFar caseSoFar;

	GiveAssuranceForm(Assurances assurances, Decisions decisions, Cases cases, CaseSoFar caseSoFar) {
		this.assurances = assurances;
		this.decisions = decisions;
		this.cases = cases;
		this.caseSoFar = caseSoFar;
	}

	@Override
	public Duty duty(@Nullable String part) {
		return Duty.ASSURE;
	}

	@Override
	public Map<String, @Nullable Object> caseSoFar(String caseId, @Nullable String part) {
		return this.caseSoFar.of(caseId);
	}

	@Override
	public Opinion read(Submission submission, TaskContext task) {
		return GiveAssuranceSubmission.read(submission);
	}

	@Override
	public Map<String, Object> accept(Opinion opinion, TaskContext task) {
		this.assurances.give(task.caseId(), opinion, task.user());
		RiskCase riskCase = this.cases.require(task.caseId());
		Assessment assessment = riskCase.requireAssessment();
		Map<String, Object> routing = new HashMap<>();
		routing.put(CioDecisionProcess.OBJECTION_STANDS, opinion.objects());
		routing.put(CioDecisionProcess.ASSURANCE_GIVEN, true);
		routing.put(CioDecisionProcess.AGREEMENT_NEEDED,
				opinion.objects() && AgreementPolicy.isDue(this.decisions.require(task.caseId()), assessment));
		routing.put(CioDecisionProcess.DECISION_REVISED, false);
		routing.put(CioDecisionProcess.SIDES, List.of(riskCase.requireDecidingGroup(), Office.CISO.group()));
		routing.put(CioDecisionProcess.BAND, assessment.band().name());
		return routing;
	}

}
