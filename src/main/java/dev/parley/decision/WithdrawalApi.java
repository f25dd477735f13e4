package dev.parley.decision;

import java.security.Principal;
import java.util.Map;

import dev.parley.register.CaseOverview;
import dev.parley.register.CaseOverviews;
import dev.parley.submission.Submission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The withdrawal of a case, for systems. */
@RestController
class WithdrawalApi {

	private final CaseWithdrawal withdrawal;

	private final CaseOverviews cases;

	WithdrawalApi(CaseWithdrawal withdrawal, CaseOverviews cases) {
		this.withdrawal = withdrawal;
		this.cases = cases;
	}

	@Operation(summary = "Withdraws a case; its risk stays",
			description = "By who raised it or the office that decides it, until it is decided.")
	@PostMapping(path = "/api/v1/cases/{caseId}/withdrawal", consumes = "application/json",
			produces = "application/json")
	CaseOverview withdraw(@PathVariable String caseId,
			@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(schema = @Schema(
					implementation = ReasonBody.class))) @RequestBody Map<String, @Nullable Object> body,
			Principal caller) {
		this.withdrawal.withdraw(caseId, new Submission(body), caller.getName());
		return this.cases.find(caseId).orElseThrow();
	}

}
