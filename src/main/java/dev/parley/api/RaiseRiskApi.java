package dev.parley.api;

import java.net.URI;
import java.security.Principal;
import java.util.Map;

import dev.parley.api.KeptAnswers.Answer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Raises risks for the person who calls. */
@RestController
class RaiseRiskApi {

	private final RiskRaising raising;

	private final KeptAnswers answers;

	RaiseRiskApi(RiskRaising raising, KeptAnswers answers) {
		this.raising = raising;
		this.answers = answers;
	}

	@Operation(summary = "Raises a risk and opens its case",
			description = "Done as the caller, by the same checks as in Tasklist. With assetId the asset is identified in the same step; without it that is the caller's next task. Sent again within a day with the same Idempotency-Key and the same body, it answers as before and raises nothing.")
	@Parameter(in = ParameterIn.HEADER, name = IdempotencyKey.HEADER,
			description = "Names this call among those of the caller: 1 to 255 visible ASCII characters",
			schema = @Schema(type = "string", minLength = 1, maxLength = 255))
	@ApiResponse(responseCode = "201", description = "Raised",
			headers = @Header(name = "Location", description = "The risk", schema = @Schema(type = "string")),
			content = @Content(mediaType = "application/json",
					schema = @Schema(implementation = RiskRaising.Raised.class)))
	@PostMapping(path = "/api/v1/risks", consumes = "application/json", produces = "application/json")
	ResponseEntity<String> raise(@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
			schema = @Schema(implementation = RaiseRiskBody.class))) @RequestBody Map<String, @Nullable Object> body,
			HttpServletRequest request, Principal caller) {
		Answer answer = this.answers.once(caller.getName(), IdempotencyKey.of(request), body,
				() -> this.raising.raise(body));
		return ResponseEntity.status(answer.status())
			.location(URI.create(answer.location()))
			.contentType(MediaType.APPLICATION_JSON)
			.body(answer.body());
	}

}
