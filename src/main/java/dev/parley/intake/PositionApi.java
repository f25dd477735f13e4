package dev.parley.intake;

import java.security.Principal;
import java.util.Map;

import dev.parley.intake.SecurityRestatement.Restated;
import dev.parley.submission.Submission;
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

	@PostMapping("/api/v1/risks/{riskId}/positions")
	@ResponseStatus(HttpStatus.CREATED)
	Map<String, String> restate(@PathVariable String riskId, @RequestBody Map<String, @Nullable Object> body,
			Principal caller) {
		Restated restated = this.restatement.restate(riskId, new Submission(body), caller.getName());
		return Map.of("riskId", riskId, "caseId", restated.caseId(), "band", restated.band().name());
	}

}
