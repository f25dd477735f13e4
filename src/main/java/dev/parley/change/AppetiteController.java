package dev.parley.change;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.parley.identity.ApiRoute;
import dev.parley.identity.People;
import dev.parley.register.CaseReader;
import dev.parley.submission.DutyRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page with the changes of the appetite, for the offices that may read measures. */
@Controller
class AppetiteController {

	private static final int PAGE = 5;

	private final AppetiteChanges changes;

	private final AppetitePage page;

	private final People people;

	AppetiteController(AppetiteChanges changes, AppetitePage page, People people) {
		this.changes = changes;
		this.page = page;
		this.people = people;
	}

	/** Whether the viewer may open the register, to which the page leads back. */
	@ModelAttribute("readsRegister")
	boolean readsRegister(Principal viewer) {
		return ApiRoute.RISKS.isOpenTo(this.people.groupsOf(viewer.getName()));
	}

	/**
	 * Shows a page of changes.
	 * @param before the number of the change after which, in the order of the page, it
	 * begins
	 */
	@GetMapping("/register/appetite")
	ModelAndView changes(@RequestParam(required = false) @Nullable String before, Principal viewer) {
		Set<String> groups = this.people.groupsOf(viewer.getName());
		if (!ApiRoute.MEASURES.isOpenTo(groups)) {
			throw new DutyRefused(
					"Changes of the appetite are for the offices that answer for risks, not for requesters.");
		}
		CaseReader reader = new CaseReader(viewer.getName(), groups);
		if (before != null && !before.matches("\\d{1,9}")) {
			return new ModelAndView("appetite-change", Map.of("changes", List.of(), "first", true, "fault",
					"\"%s\" is no number of a change, before which the page could begin. See the latest changes."
						.formatted(before)),
					HttpStatus.BAD_REQUEST);
		}
		return page((before != null) ? Integer.valueOf(before) : null, reader);
	}

	private ModelAndView page(@Nullable Integer before, CaseReader reader) {
		List<AppetiteChange> found = this.changes.page(before, PAGE + 1, reader);
		ModelAndView page = new ModelAndView("appetite-change");
		page.addObject("changes", found.stream().limit(PAGE).map(this.page::change).toList());
		page.addObject("first", before == null);
		page.addObject("next", (found.size() > PAGE) ? found.get(PAGE - 1).number() : null);
		return page;
	}

}
