package dev.parley.riskpage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.parley.api.ListQuery;
import dev.parley.api.Listed;
import dev.parley.identity.ApiRoute;
import dev.parley.identity.People;
import dev.parley.register.CaseReader;
import dev.parley.register.RiskFilter;
import dev.parley.submission.DutyRefused;
import dev.parley.submission.QueryParameters;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** The register: the list of risks with its heat map, and the same as a table. */
@Controller
class RegisterController {

	private static final int PAGE = 25;

	private final RegisterRows risks;

	private final HeatMaps heatMaps;

	private final RegisterPage page;

	private final RegisterCsv csv;

	private final People people;

	private final Days days;

	RegisterController(RegisterRows risks, HeatMaps heatMaps, RegisterPage page, RegisterCsv csv, People people,
			Days days) {
		this.risks = risks;
		this.heatMaps = heatMaps;
		this.page = page;
		this.csv = csv;
		this.people = people;
		this.days = days;
	}

	/** Whether the viewer may see what changes of the appetite came to. */
	@ModelAttribute("seesAppetite")
	boolean seesAppetite(Principal viewer) {
		return ApiRoute.MEASURES.isOpenTo(this.people.groupsOf(viewer.getName()));
	}

	/**
	 * The list. What was entered wrongly is said on the page; htmx shows only what came
	 * well.
	 */
	@GetMapping("/register")
	ModelAndView register(HttpServletRequest request, Principal viewer,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
		CaseReader reader = requireReader(viewer);
		try {
			return new ModelAndView("register", Map.of("page", view(request, reader)));
		}
		catch (SubmissionRefused ex) {
			return new ModelAndView("register", Map.of("page", blank(), "fault", ex.getMessage()),
					(htmx != null) ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
		}
	}

	private RegisterPage.View view(HttpServletRequest request, CaseReader reader) {
		ListQuery query = ListQuery.ofPage(request, PAGE);
		RiskFilter filter = RiskFilter.read(query.parameters());
		RiskSort sort = sort(query.parameters());
		RiskKey after = RiskKey.read(query.after(), sort);
		RegisterLinks links = new RegisterLinks(QueryParameters.of(request));
		List<ListedRisk> found = this.risks.page(filter, sort, after, query.most(), reader);
		Listed<ListedRisk> listed = Listed.of(found, query, (risk) -> risk.key().toString());
		HeatMap heat = this.heatMaps.of(filter, reader, links);
		return new RegisterPage.View(this.page.filters(filter, sort), filter.narrows(), after == null,
				RegisterPage.total(this.risks.count(filter, reader)),
				(heat.total() > 0 || filter.cell() != null) ? heat : null, this.page.rows(listed), listed.next(),
				links);
	}

	private RegisterPage.View blank() {
		return new RegisterPage.View(this.page.filters(RiskFilter.NONE, RiskSort.NEWEST), false, true, "", null,
				List.of(), null, new RegisterLinks(Map.of()));
	}

	@GetMapping("/register.csv")
	void table(HttpServletRequest request, HttpServletResponse response, Principal viewer) throws IOException {
		CaseReader reader = requireReader(viewer);
		Submission parameters = new Submission(new HashMap<>(QueryParameters.of(request)));
		RiskFilter filter = RiskFilter.read(parameters);
		RiskSort sort = sort(parameters);
		response.setContentType("text/csv");
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment()
					.filename("register-%s.csv".formatted(this.days.today()))
					.build()
					.toString());
		this.csv.write(response.getWriter(), filter, sort, reader);
	}

	private static RiskSort sort(Submission parameters) {
		RiskSort sort = parameters.optionalChoice("sort", "Order", RiskSort.class);
		parameters.close();
		return Objects.requireNonNullElse(sort, RiskSort.NEWEST);
	}

	private CaseReader requireReader(Principal viewer) {
		Set<String> groups = this.people.groupsOf(viewer.getName());
		if (!ApiRoute.RISKS.isOpenTo(groups)) {
			throw new DutyRefused("The register is for those who take part in cases, and for auditors.");
		}
		return new CaseReader(viewer.getName(), groups);
	}

}
