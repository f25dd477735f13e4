package dev.parley.riskpage;

import java.time.Instant;

import dev.parley.register.Band;
import dev.parley.register.Category;
import dev.parley.register.Level;
import dev.parley.register.RiskState;
import dev.parley.register.UnacceptableState;
import dev.parley.riskpage.ListedRisk.NamedAsset;
import org.jspecify.annotations.Nullable;

/**
 * A risk and how it stands.
 *
 * @param riskId risk id
 * @param title what it is called
 * @param scenario what could happen
 * @param category what it concerns
 * @param state where it stands
 * @param asset its asset, once identified
 * @param level its level, once rated
 * @param band the band of that level
 * @param unacceptableState why it is above tolerance, or null
 * @param latest the latest decision that came in force, or null
 * @param raisedAt when it was raised
 */
record RiskHead(String riskId, String title, String scenario, Category category, RiskState state,
		@Nullable NamedAsset asset, @Nullable Level level, @Nullable Band band,
		@Nullable UnacceptableState unacceptableState, @Nullable DecisionKey latest, Instant raisedAt) {

	/**
	 * A decision.
	 *
	 * @param caseId the case in which it was taken
	 * @param number its number
	 */
	record DecisionKey(String caseId, int number) {
	}

}
