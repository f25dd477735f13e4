package dev.parley.web;

import java.time.Clock;
import java.util.Map;

import dev.parley.submission.DutyRefused;
import dev.parley.submission.NotThere;
import dev.parley.submission.StateRefused;
import dev.parley.submission.SubmissionRefused;
import jakarta.ws.rs.WebApplicationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Refusals as people read them: the error page, with what Parley has to say. */
@ControllerAdvice(annotations = Controller.class)
class PageRefusals {

	private final Clock clock;

	PageRefusals(Clock clock) {
		this.clock = clock;
	}

	@ExceptionHandler(SubmissionRefused.class)
	ModelAndView badRequest(SubmissionRefused ex) {
		return page(HttpStatus.BAD_REQUEST, ex.getMessage());
	}

	@ExceptionHandler(DutyRefused.class)
	ModelAndView forbidden(DutyRefused ex) {
		return page(HttpStatus.FORBIDDEN, ex.getMessage());
	}

	@ExceptionHandler(NotThere.class)
	ModelAndView notFound(NotThere ex) {
		return page(HttpStatus.NOT_FOUND, ex.getMessage());
	}

	@ExceptionHandler(StateRefused.class)
	ModelAndView conflict(StateRefused ex) {
		return page(HttpStatus.CONFLICT, ex.getMessage());
	}

	/** A refusal that passed through the engine. */
	@ExceptionHandler(WebApplicationException.class)
	ModelAndView refused(WebApplicationException ex) {
		return page(HttpStatus.valueOf(ex.getResponse().getStatus()), String.valueOf(ex.getMessage()));
	}

	private ModelAndView page(HttpStatus status, String message) {
		return new ModelAndView("error", Map.of("status", status.value(), "error", status.getReasonPhrase(), "message",
				message, "timestamp", this.clock.instant()), status);
	}

}
