package dev.parley.decision;

import java.security.Principal;
import java.util.Map;

import dev.parley.submission.Submission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The word that a risk is gone, for systems. */
@RestController
class ClosureApi {

	private final RiskClosure closure;

	ClosureApi(RiskClosure closure) {
		this.closure = closure;
	}

	@Operation(summary = "Confirms that a risk is gone, and closes it",
			description = "By the CISO's office, once no case on it is open.")
	@PostMapping(path = "/api/v1/risks/{riskId}/closure", consumes = "application/json", produces = "application/json")
	ClosedRisk close(@PathVariable String riskId,
			@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(schema = @Schema(
					implementation = ReasonBody.class))) @RequestBody Map<String, @Nullable Object> body,
			Principal caller) {
		this.closure.close(riskId, new Submission(body), caller.getName());
		return new ClosedRisk(riskId, "CLOSED");
	}

	/**
	 * A risk that is gone.
	 *
	 * @param riskId risk id
	 * @param state {@code CLOSED}
	 */
	record ClosedRisk(String riskId, String state) {
	}

}
