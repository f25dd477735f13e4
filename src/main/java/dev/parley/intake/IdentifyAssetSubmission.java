package dev.parley.intake;

import dev.parley.submission.Submission;

/**
 * The answers of the form IdentifyAsset.
 *
 * @param assetId id of an asset of the inventory
 */
record IdentifyAssetSubmission(String assetId) {

	static IdentifyAssetSubmission read(Submission submission) {
		return new IdentifyAssetSubmission(submission.text("assetId", "Asset", Submission.LINE));
	}

}
