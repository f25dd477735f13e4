package dev.parley.riskpage;

import java.security.Principal;

import dev.parley.identity.People;
import dev.parley.register.CaseReader;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page of a risk. To those who may open no case of it, it answers as if there were
 * none.
 */
@Controller
class RiskPageController {

	private final RiskPage page;

	private final People people;

	RiskPageController(RiskPage page, People people) {
		this.page = page;
		this.people = people;
	}

	@GetMapping("/risks/{riskId}")
	String page(@PathVariable String riskId, Principal viewer, Model model) {
		CaseReader reader = new CaseReader(viewer.getName(), this.people.groupsOf(viewer.getName()));
		model.addAttribute("page",
				this.page.of(riskId, reader).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		return "risk";
	}

}
