package dev.parley.insight;

import java.security.Principal;
import java.util.Map;

import dev.parley.identity.ApiRoute;
import dev.parley.identity.People;
import dev.parley.submission.DutyRefused;
import dev.parley.submission.SubmissionRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page with the figures, for the offices that may call them. */
@Controller
class MeasuresController {

	private final Figures figures;

	private final MeasuresPage page;

	private final People people;

	MeasuresController(Figures figures, MeasuresPage page, People people) {
		this.figures = figures;
		this.page = page;
		this.people = people;
	}

	@GetMapping("/measures")
	ModelAndView measures(@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to, Principal viewer) {
		if (!ApiRoute.MEASURES.isOpenTo(this.people.groupsOf(viewer.getName()))) {
			throw new DutyRefused("The measures are for the offices that answer for risks, not for requesters.");
		}
		try {
			return new ModelAndView("measures", Map.of("page", this.page.of(this.figures.of(Period.read(from, to)))));
		}
		catch (SubmissionRefused ex) {
			return new ModelAndView("measures",
					Map.of("page", this.page.of(this.figures.of(Period.ALL_TIME)), "fault", ex.getMessage()),
					HttpStatus.BAD_REQUEST);
		}
	}

}
