package dev.parley.web;

import java.security.Principal;
import java.util.Set;

import dev.parley.identity.Office;
import dev.parley.identity.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The start page: what I am told, what waits for me, what I take part in, where to go.
 */
@Controller
class HomeController {

	private final WaitingForMe waiting;

	private final MyCases cases;

	private final MyNotices notices;

	private final People people;

	HomeController(WaitingForMe waiting, MyCases cases, MyNotices notices, People people) {
		this.waiting = waiting;
		this.cases = cases;
		this.notices = notices;
		this.people = people;
	}

	@GetMapping("/")
	String home(Principal viewer, @RequestParam(required = false) @Nullable String after,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Model model) {
		model.addAttribute("cases", this.cases.of(viewer.getName(), after));
		if (htmx != null && after != null) {
			return "home :: caseRows";
		}
		Set<String> groups = this.people.groupsOf(viewer.getName());
		model.addAttribute("notices", this.notices.of(viewer.getName(), groups));
		model.addAttribute("waiting", this.waiting.of(viewer.getName(), groups));
		model.addAttribute("mayRaise",
				groups.stream().anyMatch((group) -> Office.ofGroup(group).filter(Office::mayRaise).isPresent()));
		model.addAttribute("raiseHref", Places.RAISE_RISK);
		model.addAttribute("places", Places.of(groups));
		return "home";
	}

}
