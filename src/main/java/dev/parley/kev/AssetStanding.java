package dev.parley.kev;

import org.jspecify.annotations.Nullable;

/**
 * Where an asset stands that has findings already.
 *
 * @param assetId the asset
 * @param caseId the newest case of the risk that its newest findings belong to
 * @param riskId that risk, if it is registered and open; else null
 * @param over whether that case is over
 */
record AssetStanding(String assetId, String caseId, @Nullable String riskId, boolean over) {
}
