package dev.parley.arbitration;

import java.security.Principal;
import java.util.List;

import dev.parley.api.ListQuery;
import dev.parley.api.Listed;
import dev.parley.api.PagedList;
import dev.parley.identity.People;
import dev.parley.register.CaseReader;
import dev.parley.register.Category;
import dev.parley.register.Level;
import dev.parley.register.Referral;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Past rulings, as precedents. */
@RestController
class RulingsApi {

	private final PastRulings rulings;

	private final People people;

	RulingsApi(PastRulings rulings, People people) {
		this.rulings = rulings;
		this.people = people;
	}

	@Operation(summary = "Past rulings on cases that the caller may open, newest first",
			description = "Those in force and those set aside on appeal; what waits to be acknowledged is not past.")
	@PagedList
	@Parameter(in = ParameterIn.QUERY, name = "category", schema = @Schema(implementation = Category.class))
	@Parameter(in = ParameterIn.QUERY, name = "level", description = "Level of the risk at the time",
			schema = @Schema(implementation = Level.class))
	@Parameter(in = ParameterIn.QUERY, name = "outcome", schema = @Schema(implementation = Ruling.Outcome.class))
	@Parameter(in = ParameterIn.QUERY, name = "ruledBy", schema = @Schema(implementation = Referral.Authority.class))
	@Parameter(in = ParameterIn.QUERY, name = "reason", description = "Why the case was handed up",
			schema = @Schema(implementation = Referral.Reason.class))
	@Parameter(in = ParameterIn.QUERY, name = "q",
			description = "English words, as in a web search, that title, scenario, reasons or comments have",
			schema = @Schema(type = "string", maxLength = 200))
	@Parameter(in = ParameterIn.QUERY, name = "sort", schema = @Schema(implementation = RulingFilter.Sort.class))
	@GetMapping(path = "/api/v1/rulings", produces = "application/json")
	Listed<PastRuling> list(HttpServletRequest request, Principal caller) {
		ListQuery query = ListQuery.of(request);
		RulingFilter filter = RulingFilter.read(query.parameters());
		List<PastRuling> found = this.rulings.page(filter, RulingKey.read(query.after()), query.most(),
				new CaseReader(caller.getName(), this.people.groupsOf(caller.getName())));
		return Listed.of(found, query, PastRuling::key);
	}

}
