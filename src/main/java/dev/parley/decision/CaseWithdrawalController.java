package dev.parley.decision;

import java.security.Principal;
import java.util.HashMap;
import java.util.Map;

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

/** The page on which a case is withdrawn. */
@Controller
class CaseWithdrawalController {

	private final CaseWithdrawal withdrawal;

	CaseWithdrawalController(CaseWithdrawal withdrawal) {
		this.withdrawal = withdrawal;
	}

	@GetMapping("/cases/{caseId}/withdrawal")
	String ask(@PathVariable String caseId, Principal viewer, Model model) {
		model.addAttribute("riskCase", this.withdrawal.requireWithdrawable(caseId, viewer.getName()));
		return "withdrawal";
	}

	@PostMapping("/cases/{caseId}/withdrawal")
	ModelAndView withdraw(@PathVariable String caseId, @RequestParam(required = false) @Nullable String reason,
			Principal viewer) {
		try {
			Map<String, @Nullable Object> answers = new HashMap<>();
			answers.put("reason", reason);
			this.withdrawal.withdraw(caseId, new Submission(answers), viewer.getName());
			return new ModelAndView("redirect:/cases/" + caseId);
		}
		catch (SubmissionRefused ex) {
			return new ModelAndView(
					"withdrawal", Map.of("riskCase", this.withdrawal.requireWithdrawable(caseId, viewer.getName()),
							"fault", ex.getMessage(), "reason", (reason != null) ? reason : ""),
					HttpStatus.BAD_REQUEST);
		}
	}

}
