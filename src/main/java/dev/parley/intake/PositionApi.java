package dev.parley.intake;

import java.security.Principal;
import java.util.Map;

import dev.parley.intake.SecurityRestatement.Restated;
import dev.parley.register.Band;
import dev.parley.submission.Submission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Another version of the security position, for systems. */
@RestController
class PositionApi {

	private final SecurityRestatement restatement;

	PositionApi(SecurityRestatement restatement) {
		this.restatement = restatement;
	}

	@Operation(summary = "States the security position on a risk anew",
			description = "By the CISO's office. Earlier versions stay, and the risk is compared anew.")
	@PostMapping(path = "/api/v1/risks/{riskId}/positions", consumes = "application/json",
			produces = "application/json")
	@ResponseStatus(HttpStatus.CREATED)
	RestatedPosition restate(@PathVariable String riskId,
			@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(schema = @Schema(
					implementation = SecurityPositionBody.class))) @RequestBody Map<String, @Nullable Object> body,
			Principal caller) {
		Restated restated = this.restatement.restate(riskId, new Submission(body), caller.getName());
		return new RestatedPosition(riskId, restated.caseId(), restated.band());
	}

	/**
	 * What a new position came to.
	 *
	 * @param riskId risk id
	 * @param caseId its newest case
	 * @param band the band that the risk is in now
	 */
	record RestatedPosition(String riskId, String caseId, Band band) {
	}

}
