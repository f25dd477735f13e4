package dev.parley.intake;

import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.register.RiskCase;
import dev.parley.register.Scale;
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

/** The page on which the CISO restates the security position. */
@Controller
class SecurityRestatementController {

	private static final List<ScoreField> SCORES = List.of(
			new ScoreField("likelihood", "Likelihood today", Scale.LIKELIHOOD),
			new ScoreField("impact", "Impact today", Scale.IMPACT),
			new ScoreField("residualLikelihood", "Likelihood after the planned measures", Scale.LIKELIHOOD),
			new ScoreField("residualImpact", "Impact after the planned measures", Scale.IMPACT));

	private final SecurityRestatement restatement;

	SecurityRestatementController(SecurityRestatement restatement) {
		this.restatement = restatement;
	}

	@GetMapping("/risks/{riskId}/position")
	ModelAndView ask(@PathVariable String riskId, Principal viewer) {
		return page(this.restatement.requireRestatable(riskId, viewer.getName()), Map.of(), null);
	}

	@PostMapping("/risks/{riskId}/position")
	ModelAndView restate(@PathVariable String riskId, @RequestParam Map<String, String> fields, Principal viewer) {
		Map<String, @Nullable Object> answers = new HashMap<>(fields);
		answers.remove("_csrf");
		try {
			String caseId = this.restatement.restate(riskId, new Submission(answers), viewer.getName()).caseId();
			return new ModelAndView("redirect:/cases/" + caseId);
		}
		catch (SubmissionRefused ex) {
			return page(this.restatement.requireRestatable(riskId, viewer.getName()), fields, ex.getMessage());
		}
	}

	private ModelAndView page(RiskCase riskCase, Map<String, String> answers, @Nullable String fault) {
		ModelAndView page = new ModelAndView("security-position");
		page.addObject("riskCase", riskCase);
		page.addObject("scores", SCORES);
		page.addObject("before", this.restatement.before(riskCase));
		page.addObject("answers", answers);
		page.addObject("fault", fault);
		page.setStatus((fault != null) ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
		return page;
	}

	/**
	 * A score that the page asks for.
	 *
	 * @param key key of the answer
	 * @param label what is asked
	 * @param anchors what each value means, from 1
	 */
	record ScoreField(String key, String label, List<String> anchors) {
	}

}
