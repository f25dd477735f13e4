package dev.parley.arbitration;

import java.net.URI;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;

import dev.parley.submission.QueryParameters;
import dev.parley.submission.Submission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The composition of the committee, for systems. */
@RestController
class CommitteeApi {

	private final Compositions compositions;

	CommitteeApi(Compositions compositions) {
		this.compositions = compositions;
	}

	@Operation(summary = "The composition of the committee that is in force, and the one that is proposed")
	@GetMapping(path = "/api/v1/committee", produces = "application/json")
	CommitteeBody committee(HttpServletRequest request) {
		QueryParameters.requireAmong(request);
		return new CommitteeBody(body(this.compositions.inForce()), body(this.compositions.proposed()));
	}

	@Operation(summary = "A composition of the committee, whatever became of it")
	@GetMapping(path = "/api/v1/committee/compositions/{composition}", produces = "application/json")
	CompositionBody one(@PathVariable String composition) {
		return CompositionBody.of(this.compositions.require(composition));
	}

	@Operation(summary = "Proposes a composition of the committee",
			description = "By the chair. It overtakes an earlier proposal that nobody has answered. Who holds the office CIO, CISO or Administrator may not, whatever other offices they hold.")
	@ApiResponse(responseCode = "201", description = "Proposed",
			headers = @Header(name = "Location", description = "The composition", schema = @Schema(type = "string")),
			content = @Content(mediaType = "application/json",
					schema = @Schema(implementation = CompositionBody.class)))
	@PostMapping(path = "/api/v1/committee/compositions", consumes = "application/json", produces = "application/json")
	ResponseEntity<CompositionBody> propose(
			@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(schema = @Schema(
					implementation = CompositionBody.Proposed.class))) @RequestBody Map<String, @Nullable Object> body,
			Principal caller) {
		this.compositions.requireProposer(caller.getName());
		Composition proposed = this.compositions.propose(CompositionSubmission.read(body), caller.getName());
		return ResponseEntity.created(URI.create("/api/v1/committee/compositions/" + proposed.number()))
			.body(CompositionBody.of(proposed));
	}

	@Operation(summary = "Endorses a proposed composition, which puts it in force, or refuses it",
			description = "By an executive sponsor who has not proposed it. Who holds the office CIO, CISO or Administrator may not, whatever other offices they hold.")
	@PostMapping(path = "/api/v1/committee/compositions/{composition}/endorsement", consumes = "application/json",
			produces = "application/json")
	CompositionBody answer(@PathVariable String composition,
			@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(schema = @Schema(
					implementation = CompositionBody.Answer.class))) @RequestBody Map<String, @Nullable Object> body,
			Principal caller) {
		this.compositions.requireSponsor(caller.getName());
		int number = this.compositions.require(composition).number();
		CompositionAnswer answer = CompositionAnswer.read(new Submission(body));
		return CompositionBody.of(this.compositions.answer(number, answer, caller.getName()));
	}

	private static @Nullable CompositionBody body(Optional<Composition> composition) {
		return composition.map(CompositionBody::of).orElse(null);
	}

	/**
	 * The committee.
	 *
	 * @param inForce the composition in force, or null before the first
	 * @param proposed the composition that waits for the executive sponsor, or null
	 */
	record CommitteeBody(@Nullable CompositionBody inForce, @Nullable CompositionBody proposed) {
	}

}
