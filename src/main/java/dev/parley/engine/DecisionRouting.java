package dev.parley.engine;

import java.util.HashMap;
import java.util.Map;

import dev.parley.register.Appetite;
import dev.parley.register.Asset;
import dev.parley.register.Assessment;
import dev.parley.register.Comparison;
import dev.parley.register.Level;
import dev.parley.register.RatingCause;
import dev.parley.register.RiskCase;
import dev.parley.register.RiskRatings;
import org.springframework.stereotype.Component;

/**
 * What a case that begins at its decision has to know: what the intake of a risk finds
 * out otherwise.
 */
@Component
class DecisionRouting {

	private final Comparison comparison;

	private final RiskRatings ratings;

	private final NewestModels models;

	DecisionRouting(Comparison comparison, RiskRatings ratings, NewestModels models) {
		this.comparison = comparison;
		this.ratings = ratings;
		this.models = models;
	}

	/**
	 * Compares the positions that a case took over, and tells what its process goes by.
	 * @param caseId the case
	 * @param before the case that it took them over from
	 */
	Map<String, Object> of(String caseId, RiskCase before) {
		String riskId = String.valueOf(before.riskId());
		Asset asset = before.requireAsset();
		Appetite appetite = this.ratings.appetiteOf(riskId).orElseGet(() -> before.requireAssessment().appetite());
		Assessment assessment = this.comparison.compare(caseId, appetite, RatingCause.POSITIONS, this.models.id());
		Level level = assessment.level();
		Map<String, Object> routing = new HashMap<>();
		routing.put("riskId", riskId);
		routing.put("assetClass", asset.assetClass().name());
		routing.put("category", before.raised().category().name());
		routing.put("decidingGroup", asset.decides().group());
		routing.put("level", (level != null) ? level.name() : Level.UNRATED);
		routing.put("band", assessment.band().name());
		routing.put("route", "CHALLENGE");
		return routing;
	}

}
