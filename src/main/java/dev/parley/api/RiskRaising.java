package dev.parley.api;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.api.KeptAnswers.Answer;
import dev.parley.engine.CaseRaising;
import dev.parley.register.Cases;
import dev.parley.submission.StateRefused;
import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Raises a risk with what a system sent, all of it or nothing. */
@Component
class RiskRaising {

	private static final String ASSET = "assetId";

	private final CaseRaising cases;

	private final Cases register;

	private final ObjectMapper json;

	RiskRaising(CaseRaising cases, Cases register, ObjectMapper json) {
		this.cases = cases;
		this.register = register;
		this.json = json;
	}

	/** Raises a risk; its asset is identified where the body has one. */
	@Transactional
	public Answer raise(Map<String, @Nullable Object> body) {
		Map<String, @Nullable Object> risk = new HashMap<>(body);
		Map<String, @Nullable Object> asset = new HashMap<>();
		if (new Submission(body).isAnswered(ASSET)) {
			asset.put(ASSET, body.get(ASSET));
		}
		risk.remove(ASSET);
		String caseId = this.cases.raise(risk, asset);
		String riskId = this.register.require(caseId).riskId();
		if (riskId == null) {
			throw new StateRefused("The process does not register a risk at once. Raise it in Tasklist.");
		}
		return answer(new Raised(caseId, riskId));
	}

	private Answer answer(Raised raised) {
		try {
			return new Answer(HttpStatus.CREATED.value(), "/api/v1/risks/" + raised.riskId(),
					this.json.writeValueAsString(raised));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A raised risk.
	 *
	 * @param caseId its case
	 * @param riskId its id in the register
	 */
	record Raised(String caseId, String riskId) {
	}

}
