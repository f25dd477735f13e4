package dev.parley.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.parley.register.Band;
import dev.parley.register.Category;
import dev.parley.register.ExemptionState;
import dev.parley.register.Level;
import dev.parley.register.OutdatingCause;
import dev.parley.register.Referral.Authority;
import dev.parley.register.RiskState;
import dev.parley.register.Treatment;
import dev.parley.register.UnacceptableState;
import org.jspecify.annotations.Nullable;

/**
 * A risk and how it stands.
 *
 * @param riskId risk id
 * @param title what it is called
 * @param category what it concerns
 * @param level the higher current level of both sides, once compared
 * @param band the band of that level, once compared
 * @param state where it stands
 * @param unacceptableState why it is above tolerance still, or null when it does not
 * count as unacceptable
 * @param decision the decision in force, else the latest one that the caller may know of,
 * or null
 * @param exemption the latest exemption that was granted, else the latest one that the
 * caller may know of, or null
 * @param outdated what has changed since that the decision in force rests on
 * @param assetId the asset, once identified
 * @param caseId its newest case that the caller may open
 * @param raisedAt when it was raised
 */
record RiskOverview(String riskId, String title, Category category, @Nullable Level level, @Nullable Band band,
		RiskState state, @Nullable UnacceptableState unacceptableState, @Nullable DecisionBody decision,
		@Nullable ExemptionBody exemption, List<OutdatingCause> outdated, @Nullable String assetId, String caseId,
		Instant raisedAt) {

	/**
	 * What was decided.
	 *
	 * @param treatment what is done about the risk
	 * @param inForce whether that holds
	 * @param ruledBy who rules on it, where it was handed up
	 */
	record DecisionBody(Treatment treatment, boolean inForce, @Nullable Authority ruledBy) {
	}

	/**
	 * An exemption.
	 *
	 * @param exemptionId exemption id
	 * @param state where it stands
	 * @param endsOn its last day
	 */
	record ExemptionBody(String exemptionId, ExemptionState state, LocalDate endsOn) {
	}

}
