package dev.parley.api;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.parley.identity.ApiProblems;
import dev.parley.identity.BodyTooLong;
import dev.parley.submission.DutyRefused;
import dev.parley.submission.NotThere;
import dev.parley.submission.StateRefused;
import dev.parley.submission.SubmissionRefused;
import dev.parley.submission.TaskGone;
import jakarta.ws.rs.WebApplicationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Refusals as systems read them: problem details (RFC 9457). */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiRefusals extends ResponseEntityExceptionHandler {

	private static final Logger LOG = LoggerFactory.getLogger(ApiRefusals.class);

	private static final String NO_OBJECT = "The body must be a JSON object, such as {\"reason\": \"…\"}, and it is none.";

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
		return problem(HttpStatus.NOT_FOUND, ex.getMessage());
	}

	@ExceptionHandler(StateRefused.class)
	ProblemDetail conflict(StateRefused ex) {
		return problem(HttpStatus.CONFLICT, ex.getMessage());
	}

	/** A refusal that passed through the engine. */
	@ExceptionHandler(WebApplicationException.class)
	ProblemDetail refused(WebApplicationException ex) {
		return problem(HttpStatus.valueOf(ex.getResponse().getStatus()), ex.getMessage());
	}

	/** A parameter or header that the firewall refuses when it is read. */
	@ExceptionHandler(RequestRejectedException.class)
	ProblemDetail rejected() {
		return problem(HttpStatus.BAD_REQUEST,
				"A parameter or a header holds a control character, which nothing can be looked for with. Remove it.");
	}

	/** What nobody foresaw is our fault, and says nothing of how it came about. */
	@ExceptionHandler(Exception.class)
	ProblemDetail unforeseen(Exception ex) {
		LOG.error("An API request failed", ex);
		return problem(HttpStatus.INTERNAL_SERVER_ERROR,
				"Something went wrong on our side; nothing was changed. Try again, and tell the operator if it happens again.");
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		boolean tooLong = Stream.iterate((Throwable) ex, (fault) -> fault != null, Throwable::getCause)
			.anyMatch(BodyTooLong.class::isInstance);
		ProblemDetail problem = tooLong ? problem(HttpStatus.PAYLOAD_TOO_LARGE, BodyTooLong.SENTENCE)
				: problem(HttpStatus.BAD_REQUEST, unreadable(ex.getCause()));
		return handleExceptionInternal(ex, problem, headers, HttpStatus.valueOf(problem.getStatus()), request);
	}

	/** Parameters with a type of their own are those that are true or false. */
	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		ProblemDetail problem = problem(HttpStatus.BAD_REQUEST,
				"%s=%s is neither true nor false.".formatted(ex.getPropertyName(), ex.getValue()));
		return handleExceptionInternal(ex, problem, headers, status, request);
	}

	private static String unreadable(@Nullable Throwable fault) {
		if (fault == null || fault instanceof MismatchedInputException) {
			return NO_OBJECT;
		}
		if (fault instanceof StreamConstraintsException) {
			return "The body is nested too deeply, or holds a name or a number that is too long.";
		}
		if (fault instanceof JsonProcessingException wrong) {
			return "The body is no readable JSON%s: %s.".formatted(place(wrong.getLocation()),
					wrong.getOriginalMessage().replaceFirst("(?s)(\\n| \\(start marker).*", ""));
		}
		return (fault instanceof IOException) ? "The body could not be read to its end." : NO_OBJECT;
	}

	private static String place(@Nullable JsonLocation location) {
		return Optional.ofNullable(location)
			.map((at) -> String.format(Locale.ROOT, " (line %d, column %d)", at.getLineNr(), at.getColumnNr()))
			.orElse("");
	}

	private static ProblemDetail problem(HttpStatus status, @Nullable String detail) {
		return ApiProblems.of(status, String.valueOf(detail));
	}

}
