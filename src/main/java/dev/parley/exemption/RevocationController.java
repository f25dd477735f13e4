package dev.parley.exemption;

import java.security.Principal;
import java.util.HashMap;
import java.util.Map;

import dev.parley.register.Cases;
import dev.parley.register.Exemption;
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

/** The page on which the chief risk officer revokes an exemption. */
@Controller
class RevocationController {

	private final Revocation revocation;

	private final Cases cases;

	RevocationController(Revocation revocation, Cases cases) {
		this.revocation = revocation;
		this.cases = cases;
	}

	@GetMapping("/exemptions/{exemptionId}/revocation")
	ModelAndView ask(@PathVariable String exemptionId, Principal viewer) {
		return new ModelAndView("revocation", shown(this.revocation.requireRevocable(exemptionId, viewer.getName())));
	}

	@PostMapping("/exemptions/{exemptionId}/revocation")
	ModelAndView revoke(@PathVariable String exemptionId, @RequestParam(required = false) @Nullable String reason,
			Principal viewer) {
		Exemption exemption = this.revocation.requireRevocable(exemptionId, viewer.getName());
		try {
			Map<String, @Nullable Object> answers = new HashMap<>();
			answers.put("reason", reason);
			this.revocation.revoke(exemptionId, new Submission(answers), viewer.getName());
			return new ModelAndView("redirect:/cases/" + exemption.caseId());
		}
		catch (SubmissionRefused ex) {
			Map<String, Object> shown = shown(exemption);
			shown.put("fault", ex.getMessage());
			shown.put("reason", (reason != null) ? reason : "");
			return new ModelAndView("revocation", shown, HttpStatus.BAD_REQUEST);
		}
	}

	private Map<String, Object> shown(Exemption exemption) {
		Map<String, Object> shown = new HashMap<>();
		shown.put("exemption", exemption);
		shown.put("risk", this.cases.require(exemption.caseId()).raised().title());
		return shown;
	}

}
