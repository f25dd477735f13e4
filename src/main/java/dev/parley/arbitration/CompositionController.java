package dev.parley.arbitration;

import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.identity.ApiRoute;
import dev.parley.identity.People;
import dev.parley.submission.DutyRefused;
import dev.parley.submission.StateRefused;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on the composition of the committee, for those who sit on it, set it up, plead
 * before it or watch it.
 */
@Controller
class CompositionController {

	private static final String PATH = "/committee/composition";

	private final Compositions compositions;

	private final CompositionPage page;

	private final People people;

	CompositionController(Compositions compositions, CompositionPage page, People people) {
		this.compositions = compositions;
		this.page = page;
		this.people = people;
	}

	@GetMapping(PATH)
	ModelAndView show(Principal viewer) {
		if (!ApiRoute.COMMITTEE.isOpenTo(this.people.groupsOf(viewer.getName()))) {
			throw new DutyRefused("The composition of the committee is for those who rule, for the offices of CIO and"
					+ " CISO as parties, for the executive sponsor and for auditors.");
		}
		return page(viewer, HttpStatus.OK, this.page.form(), List.of());
	}

	@PostMapping(PATH)
	ModelAndView propose(@RequestParam Map<String, String> fields, Principal viewer, RedirectAttributes result) {
		this.compositions.requireProposer(viewer.getName());
		CompositionFields form = CompositionFields.of(fields);
		try {
			Composition proposed = this.compositions.propose(CompositionSubmission.read(form.body()), viewer.getName());
			return done("Composition %d is proposed. It is in force once the executive sponsor has endorsed it."
				.formatted(proposed.number()), result);
		}
		catch (CompositionRefused ex) {
			return page(viewer, HttpStatus.BAD_REQUEST, form, ex.reasons());
		}
	}

	@PostMapping(PATH + "/{composition}/endorsement")
	ModelAndView answer(@PathVariable String composition, @RequestParam Map<String, String> fields, Principal viewer,
			RedirectAttributes result) {
		this.compositions.requireSponsor(viewer.getName());
		int number = this.compositions.require(composition).number();
		Map<String, @Nullable Object> answers = new HashMap<>(fields);
		answers.remove("_csrf");
		try {
			Composition answered = this.compositions.answer(number, CompositionAnswer.read(new Submission(answers)),
					viewer.getName());
			return done("Composition %d: %s.".formatted(answered.number(), answered.state().label()), result);
		}
		catch (SubmissionRefused ex) {
			return page(viewer, HttpStatus.BAD_REQUEST, this.page.form(), List.of(ex.getMessage()));
		}
		catch (StateRefused ex) {
			return page(viewer, HttpStatus.CONFLICT, this.page.form(), List.of(ex.getMessage())).addObject("reason",
					fields.get("reason"));
		}
	}

	private static ModelAndView done(String words, RedirectAttributes result) {
		result.addFlashAttribute("result", words);
		return new ModelAndView("redirect:" + PATH);
	}

	private ModelAndView page(Principal viewer, HttpStatus status, CompositionFields form, List<String> faults) {
		ModelAndView page = new ModelAndView("committee-composition");
		page.addObject("page", this.page.view(viewer.getName()));
		page.addObject("form", form);
		page.addObject("choices", this.page.choices());
		page.addObject("faults", faults);
		page.setStatus(status);
		return page;
	}

}
