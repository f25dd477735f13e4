package dev.parley.decision;

import java.security.Principal;
import java.util.Map;

import dev.parley.register.Assessment;
import dev.parley.register.RiskCase;
import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What systems can do with a case. */
@RestController
class CaseApi {

	private final CaseWithdrawal withdrawal;

	CaseApi(CaseWithdrawal withdrawal) {
		this.withdrawal = withdrawal;
	}

	@PostMapping("/api/v1/cases/{caseId}/withdrawal")
	CaseBody withdraw(@PathVariable String caseId, @RequestBody Map<String, @Nullable Object> body, Principal caller) {
		return CaseBody.of(this.withdrawal.withdraw(caseId, new Submission(body), caller.getName()));
	}

	/**
	 * A case.
	 *
	 * @param caseId case id
	 * @param riskId risk id, once registered
	 * @param state where it stands
	 * @param route its way to the decision, once chosen
	 * @param band the band of the higher current level, once compared
	 * @param decidingGroup the group that decides, once the asset is identified
	 */
	record CaseBody(String caseId, @Nullable String riskId, String state, @Nullable String route, @Nullable String band,
			@Nullable String decidingGroup) {

		static CaseBody of(RiskCase riskCase) {
			Assessment assessment = riskCase.assessment();
			return new CaseBody(riskCase.caseId(), riskCase.riskId(), riskCase.state().name(),
					(riskCase.route() != null) ? riskCase.route().name() : null,
					(assessment != null) ? assessment.band().name() : null, riskCase.decidingGroup());
		}

	}

}
