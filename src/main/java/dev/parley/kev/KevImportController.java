package dev.parley.kev;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.parley.identity.People;
import dev.parley.kev.KevRecords.PastImport;
import dev.parley.submission.StateRefused;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page on which the catalog is imported. */
@Controller
class KevImportController {

	static final String PATH = "/imports/kev";

	private static final String VIEW = "kev-import";

	/** What changes on the page when its script sent the file. */
	private static final String ANSWER = "kev-import-answer";

	private static final int PAST_SHOWN = 20;

	private final KevImport imports;

	private final KevRecords records;

	private final People people;

	private final DateTimeFormatter moment;

	KevImportController(KevImport imports, KevRecords records, People people, Clock clock) {
		this.imports = imports;
		this.records = records;
		this.people = people;
		this.moment = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(clock.getZone());
	}

	@GetMapping(PATH)
	ModelAndView ask(Principal viewer) {
		this.imports.requireImporter(viewer.getName());
		return page(VIEW);
	}

	@PostMapping(PATH)
	ModelAndView run(@RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(defaultValue = "true") boolean dryRun,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Principal viewer) {
		String view = (htmx != null) ? ANSWER : VIEW;
		try {
			ImportReport report = report(file, dryRun, viewer.getName());
			return page(view).addObject("report", report);
		}
		catch (CatalogRefused | StateRefused ex) {
			return refused(view, (ex instanceof StateRefused) ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST,
					String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * A form that broke off, or that no browser sends. It fails before anybody asked who
	 * sent it.
	 */
	@ExceptionHandler(MultipartException.class)
	@Nullable ModelAndView unreadable(Principal viewer, HttpServletResponse response) throws IOException {
		if (!this.imports.isImporter(viewer.getName())) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
			return null;
		}
		return refused(VIEW, HttpStatus.BAD_REQUEST,
				"The upload cannot be read: it broke off, or is too large. Nothing was imported.");
	}

	private ImportReport report(@Nullable MultipartFile file, boolean dryRun, String user) {
		this.imports.requireImporter(user);
		if (file == null || String.valueOf(file.getOriginalFilename()).isEmpty()) {
			throw new CatalogRefused("No file was chosen. Choose the catalog, as CSV or JSON, and try again.");
		}
		try (InputStream content = file.getInputStream()) {
			return this.imports.run(content, String.valueOf(file.getOriginalFilename()), user, dryRun);
		}
		catch (IOException ex) {
			throw new CatalogRefused("The file did not arrive whole. Nothing was imported. Send it again.");
		}
	}

	private ModelAndView refused(String view, HttpStatus status, String fault) {
		ModelAndView page = page(view).addObject("fault", fault);
		page.setStatus(status);
		return page;
	}

	private ModelAndView page(String view) {
		return new ModelAndView(view, Map.of("past", past(), "mostBytes", CatalogTooLarge.MOST_BYTES, "tooLarge",
				new CatalogTooLarge().getMessage(), "swapped", view.equals(ANSWER)));
	}

	private List<PastRow> past() {
		List<PastImport> past = this.records.past(PAST_SHOWN);
		Map<String, String> names = this.people.namesOf(past.stream().map(PastImport::by).collect(Collectors.toSet()));
		return past.stream()
			.map((one) -> new PastRow(one, this.moment.format(one.at()), names.getOrDefault(one.by(), one.by())))
			.toList();
	}

	/**
	 * An import of the past.
	 *
	 * @param imported what it came to
	 * @param at when, in words
	 * @param by who, in words
	 */
	record PastRow(PastImport imported, String at, String by) {
	}

}
