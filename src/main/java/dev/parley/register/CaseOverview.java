package dev.parley.register;

import java.time.Instant;

import dev.parley.register.Referral.Authority;
import org.jspecify.annotations.Nullable;

/**
 * A case in its outline: what everybody may know of it who may open it.
 *
 * @param caseId case id
 * @param riskId the risk, once registered
 * @param title what the risk is called
 * @param state where the case stands
 * @param level the higher current level of both sides, once compared
 * @param band the band of that level, once compared
 * @param route the way to the decision, once chosen
 * @param assetId the asset, once identified
 * @param decidingGroup the group that decides, once the asset is identified
 * @param ruledBy who rules or has ruled on it, once it is escalated
 * @param raisedBy who raised it
 * @param openedAt when it was opened
 * @param settledAt when it was over, or null while it goes on
 */
public record CaseOverview(String caseId, @Nullable String riskId, String title, CaseState state, @Nullable Level level,
		@Nullable Band band, @Nullable Route route, @Nullable String assetId, @Nullable String decidingGroup,
		@Nullable Authority ruledBy, String raisedBy, Instant openedAt, @Nullable Instant settledAt) {

	static CaseOverview of(RiskCase riskCase, @Nullable Authority ruledBy) {
		Assessment assessment = riskCase.assessment();
		Asset asset = riskCase.asset();
		return new CaseOverview(riskCase.caseId(), riskCase.riskId(), riskCase.raised().title(), riskCase.state(),
				(assessment != null) ? assessment.level() : null, (assessment != null) ? assessment.band() : null,
				riskCase.route(), (asset != null) ? asset.id() : null, riskCase.decidingGroup(), ruledBy,
				riskCase.raisedBy(), riskCase.openedAt(), riskCase.overSince());
	}

}
