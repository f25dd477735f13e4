package dev.parley.decision;

import java.security.Principal;
import java.util.Map;

import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What systems can do with a risk. */
@RestController
class RiskApi {

	private final RiskClosure closure;

	RiskApi(RiskClosure closure) {
		this.closure = closure;
	}

	@PostMapping("/api/v1/risks/{riskId}/closure")
	Map<String, String> close(@PathVariable String riskId, @RequestBody Map<String, @Nullable Object> body,
			Principal caller) {
		this.closure.close(riskId, new Submission(body), caller.getName());
		return Map.of("riskId", riskId, "state", "CLOSED");
	}

}
