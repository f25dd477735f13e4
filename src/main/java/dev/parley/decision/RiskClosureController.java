package dev.parley.decision;

import java.security.Principal;
import java.util.HashMap;
import java.util.Map;

import dev.parley.register.RiskCase;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which the CISO confirms that a risk is gone. */
@Controller
class RiskClosureController {

	private final RiskClosure closure;

	RiskClosureController(RiskClosure closure) {
		this.closure = closure;
	}

	@GetMapping("/risks/{riskId}/closure")
	String ask(@PathVariable String riskId, Principal viewer, Model model) {
		model.addAttribute("riskCase", this.closure.requireClosable(riskId, viewer.getName()));
		return "closure";
	}

	@PostMapping("/risks/{riskId}/closure")
	ModelAndView close(@PathVariable String riskId, @RequestParam(required = false) @Nullable String reason,
			Principal viewer) {
		RiskCase latest = this.closure.requireClosable(riskId, viewer.getName());
		try {
			Map<String, @Nullable Object> answers = new HashMap<>();
			answers.put("reason", reason);
			this.closure.close(riskId, new Submission(answers), viewer.getName());
			return new ModelAndView("redirect:/cases/" + latest.caseId());
		}
		catch (SubmissionRefused ex) {
			return new ModelAndView("closure",
					Map.of("riskCase", latest, "fault", ex.getMessage(), "reason", (reason != null) ? reason : ""),
					HttpStatus.BAD_REQUEST);
		}
	}

}
