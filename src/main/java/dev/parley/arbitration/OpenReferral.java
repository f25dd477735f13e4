package dev.parley.arbitration;

import dev.parley.register.AssetClass;
import dev.parley.register.Band;
import dev.parley.register.Category;
import dev.parley.register.Level;
import dev.parley.register.Referral;
import org.jspecify.annotations.Nullable;

/**
 * A case that waits for a ruling.
 *
 * @param caseId the case
 * @param title what is at risk
 * @param category what it concerns
 * @param level level of the risk, once rated
 * @param band the band of that level
 * @param assetName the asset, once identified
 * @param assetClass whom it belongs to
 * @param referral how it was handed up
 * @param round the last call to vote; 0 before the first
 * @param refusal why the committee could not be convened the last time; null when it
 * could, or was not called
 */
record OpenReferral(String caseId, String title, Category category, @Nullable Level level, @Nullable Band band,
		@Nullable String assetName, @Nullable AssetClass assetClass, Referral referral, int round,
		@Nullable String refusal) {
}
