package dev.parley.web;

import dev.parley.submission.DutyRefused;
import dev.parley.submission.NotThere;
import dev.parley.submission.StateRefused;
import dev.parley.submission.SubmissionRefused;
import dev.parley.submission.TaskGone;
import jakarta.ws.rs.WebApplicationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Refusals as systems read them: problem details (RFC 9457). */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiRefusals extends ResponseEntityExceptionHandler {

	private static final Logger LOG = LoggerFactory.getLogger(ApiRefusals.class);

	@ExceptionHandler(SubmissionRefused.class)
	ProblemDetail badRequest(SubmissionRefused ex) {
		return problem(HttpStatus.BAD_REQUEST, ex.getMessage());
	}

	@ExceptionHandler(DutyRefused.class)
	ProblemDetail forbidden(DutyRefused ex) {
		return problem(HttpStatus.FORBIDDEN, ex.getMessage());
	}

	@ExceptionHandler({ NotThere.class, TaskGone.class })
	ProblemDetail notFound(RuntimeException ex) {
		return problem(HttpStatus.NOT_FOUND, String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler(StateRefused.class)
	ProblemDetail conflict(StateRefused ex) {
		return problem(HttpStatus.CONFLICT, ex.getMessage());
	}

	/** A refusal that passed through the engine. */
	@ExceptionHandler(WebApplicationException.class)
	ProblemDetail refused(WebApplicationException ex) {
		return problem(HttpStatus.valueOf(ex.getResponse().getStatus()), String.valueOf(ex.getMessage()));
	}

	/** What nobody foresaw is our fault, and says nothing of how it came about. */
	@ExceptionHandler(Exception.class)
	ProblemDetail unforeseen(Exception ex) {
		LOG.error("An API request failed", ex);
		return problem(HttpStatus.INTERNAL_SERVER_ERROR,
				"Something went wrong on our side; nothing was changed. Try again, and tell the operator if it happens again.");
	}

	private static ProblemDetail problem(HttpStatus status, String detail) {
		return ProblemDetail.forStatusAndDetail(status, detail);
	}

}
