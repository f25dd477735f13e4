package dev.parley.api;

import java.security.Principal;

import dev.parley.register.CaseOverview;
import dev.parley.register.CaseOverviews;
import dev.parley.register.CaseSights;
import dev.parley.submission.NotThere;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Cases, as far as the caller may open their pages. */
@RestController
class CasesApi {

	private final CaseSights sights;

	private final CaseOverviews cases;

	CasesApi(CaseSights sights, CaseOverviews cases) {
		this.sights = sights;
		this.cases = cases;
	}

	@Operation(summary = "A case, if the caller may open it")
	@GetMapping(path = "/api/v1/cases/{caseId}", produces = "application/json")
	CaseOverview one(@PathVariable String caseId, Principal caller) {
		return this.sights.of(caseId, caller.getName())
			.flatMap((sight) -> this.cases.find(caseId))
			.orElseThrow(() -> new NotThere("There is no case %s.".formatted(caseId)));
	}

}
