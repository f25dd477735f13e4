package dev.parley.arbitration;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.parley.api.ListQuery;
import dev.parley.api.Listed;
import dev.parley.identity.ApiRoute;
import dev.parley.identity.People;
import dev.parley.register.CaseReader;
import dev.parley.submission.DutyRefused;
import dev.parley.submission.SubmissionRefused;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the committee: what waits for a ruling, and what was ruled before. */
@Controller
class AgendaController {

	private static final int PAGE = 20;

	private final AgendaPage agenda;

	private final PastRulings rulings;

	private final RulingsPage rulingsPage;

	private final People people;

	AgendaController(AgendaPage agenda, PastRulings rulings, RulingsPage rulingsPage, People people) {
		this.agenda = agenda;
		this.rulings = rulings;
		this.rulingsPage = rulingsPage;
		this.people = people;
	}

	@GetMapping("/committee")
	ModelAndView agenda(@RequestParam(defaultValue = "1") int page, Principal viewer) {
		return new ModelAndView("agenda", Map.of("page", this.agenda.of(requireReader(viewer), page)));
	}

	@GetMapping("/committee/rulings")
	ModelAndView rulings(HttpServletRequest request, Principal viewer) {
		CaseReader reader = requireReader(viewer);
		try {
			ListQuery query = ListQuery.ofPage(request, PAGE);
			RulingFilter filter = RulingFilter.read(query.parameters());
			RulingKey after = RulingKey.read(query.after());
			List<PastRuling> found = this.rulings.page(filter, after, query.most(), reader);
			return new ModelAndView("rulings", Map.of("page",
					this.rulingsPage.of(filter, Listed.of(found, query, PastRuling::key), after == null)));
		}
		catch (SubmissionRefused ex) {
			RulingsPage.View blank = this.rulingsPage.of(RulingFilter.NONE, new Listed<>(List.of(), null), true);
			return new ModelAndView("rulings", Map.of("page", blank, "fault", ex.getMessage()), HttpStatus.BAD_REQUEST);
		}
	}

	private CaseReader requireReader(Principal viewer) {
		Set<String> groups = this.people.groupsOf(viewer.getName());
		if (!ApiRoute.RULINGS.isOpenTo(groups)) {
			throw new DutyRefused("The committee's pages are for those who rule, for the offices of CIO and CISO as"
					+ " parties, for the executive sponsor and for auditors.");
		}
		return new CaseReader(viewer.getName(), groups);
	}

}
