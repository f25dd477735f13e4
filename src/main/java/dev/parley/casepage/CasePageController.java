package dev.parley.casepage;

import java.security.Principal;

import dev.parley.engine.CaseProgress;
import dev.parley.register.CaseSight;
import dev.parley.register.CaseSights;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page of a case and its diagrams. To those who may not open a case it answers as if
 * there were none.
 */
@Controller
class CasePageController {

	private final CaseSights sights;

	private final CasePage page;

	private final CaseProgress progress;

	CasePageController(CaseSights sights, CasePage page, CaseProgress progress) {
		this.sights = sights;
		this.page = page;
		this.progress = progress;
	}

	@GetMapping("/cases/{caseId}")
	String page(@PathVariable String caseId, Principal viewer, Model model) {
		CaseSight sight = require(caseId, viewer);
		model.addAttribute("page", this.page.of(caseId, sight, viewer.getName()));
		return "case";
	}

	@GetMapping("/cases/{caseId}/diagrams/{process}")
	ResponseEntity<byte[]> diagram(@PathVariable String caseId, @PathVariable String process, Principal viewer) {
		require(caseId, viewer);
		return this.progress.diagram(caseId, process)
			.map((content) -> ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(content))
			.orElseThrow(CasePageController::notFound);
	}

	private CaseSight require(String caseId, Principal viewer) {
		return this.sights.of(caseId, viewer.getName()).orElseThrow(CasePageController::notFound);
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
