package dev.parley.operations;

import java.security.Principal;
import java.util.Set;

import dev.parley.engine.Incidents;
import dev.parley.identity.Office;
import dev.parley.identity.People;
import dev.parley.submission.DutyRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The operator's page, for administrators; and the bill of materials, for auditors too.
 */
@Controller
class OperationsController {

	private static final MediaType CYCLONE_DX = MediaType.parseMediaType("application/vnd.cyclonedx+json");

	private static final String PAGE = "redirect:/operations";

	private static final String GONE = "This incident is gone: its job was tried again already, or its case has ended.";

	private final OperationsPage page;

	private final Incidents incidents;

	private final BillOfMaterials bill;

	private final Build build;

	private final People people;

	OperationsController(OperationsPage page, Incidents incidents, BillOfMaterials bill, Build build, People people) {
		this.page = page;
		this.incidents = incidents;
		this.bill = bill;
		this.build = build;
		this.people = people;
	}

	@GetMapping("/operations")
	String operations(Principal viewer, @RequestParam(required = false) @Nullable String after,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Model model) {
		require(viewer, "see the operator's page", Office.ADMINISTRATOR);
		model.addAttribute("incidents", this.page.incidents(after));
		if (htmx != null && after != null) {
			return "operations :: incidentRows";
		}
		model.addAttribute("page", this.page.view());
		return "operations";
	}

	@PostMapping("/operations/incidents/{id}/retry")
	String retry(Principal viewer, @PathVariable String id, RedirectAttributes result) {
		require(viewer, "have a job tried again", Office.ADMINISTRATOR);
		boolean done = this.incidents.retry(id, viewer.getName());
		result.addFlashAttribute("result", done
				? "The job is tried once more, within a minute or so. If it fails again, it comes back here." : GONE);
		return PAGE;
	}

	@PostMapping("/operations/incidents/{id}/note")
	String note(Principal viewer, @PathVariable String id, @RequestParam(defaultValue = "") String note,
			RedirectAttributes result) {
		require(viewer, "note something at an incident", Office.ADMINISTRATOR);
		if (note.strip().length() > Incidents.NOTE_LENGTH) {
			result.addFlashAttribute("fault", "The note has %d characters; %d are possible. It was not kept."
				.formatted(note.strip().length(), Incidents.NOTE_LENGTH));
			return PAGE;
		}
		result.addFlashAttribute("result",
				this.incidents.annotate(id, note, viewer.getName()) ? "The note is kept." : GONE);
		return PAGE;
	}

	@GetMapping("/operations/sbom")
	ResponseEntity<byte[]> sbom(Principal viewer) {
		require(viewer, "read the bill of materials", Office.ADMINISTRATOR, Office.AUDITOR);
		return ResponseEntity.ok()
			.contentType(CYCLONE_DX)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("parley-%s.cdx.json".formatted(this.build.version()))
						.build()
						.toString())
			.body(this.bill.read());
	}

	private void require(Principal viewer, String what, Office... offices) {
		Set<String> groups = this.people.groupsOf(viewer.getName());
		for (Office office : offices) {
			if (groups.contains(office.group())) {
				return;
			}
		}
		throw new DutyRefused("Only the office %s may %s.".formatted(named(offices), what));
	}

	private static String named(Office... offices) {
		return (offices.length == 1) ? offices[0].label() : offices[0].label() + " or " + offices[1].label();
	}

}
