package dev.parley.api;

import java.security.Principal;
import java.util.List;

import dev.parley.identity.People;
import dev.parley.register.Band;
import dev.parley.register.CaseReader;
import dev.parley.register.Category;
import dev.parley.register.Level;
import dev.parley.register.RiskFilter;
import dev.parley.register.RiskState;
import dev.parley.register.UnacceptableState;
import dev.parley.submission.NotThere;
import dev.parley.submission.SubmissionRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Risks, as far as the caller may open one of their cases. */
@RestController
class RisksApi {

	private final RiskOverviews risks;

	private final People people;

	RisksApi(RiskOverviews risks, People people) {
		this.risks = risks;
		this.people = people;
	}

	@Operation(summary = "The risks of which the caller may open a case, newest first")
	@PagedList
	@Parameter(in = ParameterIn.QUERY, name = "state", schema = @Schema(implementation = RiskState.class))
	@Parameter(in = ParameterIn.QUERY, name = "unacceptableState",
			schema = @Schema(implementation = UnacceptableState.class))
	@Parameter(in = ParameterIn.QUERY, name = "level", schema = @Schema(implementation = Level.class))
	@Parameter(in = ParameterIn.QUERY, name = "band", schema = @Schema(implementation = Band.class))
	@Parameter(in = ParameterIn.QUERY, name = "category", schema = @Schema(implementation = Category.class))
	@Parameter(in = ParameterIn.QUERY, name = "assetId", schema = @Schema(type = "string"))
	@Parameter(in = ParameterIn.QUERY, name = "owner", description = "Group of the office that decides on the risk",
			schema = @Schema(type = "string", allowableValues = { "cio", "risk-owner" }))
	@Parameter(in = ParameterIn.QUERY, name = "expiring",
			description = "Days in which its exemption ends, or its acceptance is looked at again, at most",
			schema = @Schema(type = "integer", minimum = "0", maximum = "366"))
	@Parameter(in = ParameterIn.QUERY, name = "outdated",
			description = "Those whose decision rests on what has changed since",
			schema = @Schema(type = "boolean", allowableValues = "true"))
	@Parameter(in = ParameterIn.QUERY, name = "likelihood", description = "Current likelihood, together with impact",
			schema = @Schema(type = "integer", minimum = "1", maximum = "5"))
	@Parameter(in = ParameterIn.QUERY, name = "impact", description = "Current impact, together with likelihood",
			schema = @Schema(type = "integer", minimum = "1", maximum = "5"))
	@Parameter(in = ParameterIn.QUERY, name = "q",
			description = "Beginnings of words that the title or the scenario has, or the id of a risk",
			schema = @Schema(type = "string", maxLength = 200))
	@GetMapping(path = "/api/v1/risks", produces = "application/json")
	Listed<RiskOverview> list(HttpServletRequest request, Principal caller) {
		ListQuery query = ListQuery.of(request);
		RiskFilter filter = RiskFilter.read(query.parameters());
		query.parameters().close();
		List<RiskOverview> found = this.risks.page(filter, requireRiskId(query.after()), query.most(), reader(caller));
		return Listed.of(found, query, RiskOverview::riskId);
	}

	@Operation(summary = "A risk, if the caller may open one of its cases")
	@GetMapping(path = "/api/v1/risks/{riskId}", produces = "application/json")
	RiskOverview one(@PathVariable String riskId, Principal caller) {
		return this.risks.find(riskId, reader(caller))
			.orElseThrow(() -> new NotThere("There is no risk %s.".formatted(riskId)));
	}

	private CaseReader reader(Principal caller) {
		return new CaseReader(caller.getName(), this.people.groupsOf(caller.getName()));
	}

	private static @Nullable String requireRiskId(@Nullable String after) {
		if (after != null && !after.matches("R-\\d{4}-\\d{4,18}")) {
			throw new SubmissionRefused(
					"\"%s\" is no risk id, after which the page could begin. Follow the link next.".formatted(after));
		}
		return after;
	}

}
