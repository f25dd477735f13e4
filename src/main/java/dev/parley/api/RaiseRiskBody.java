package dev.parley.api;

import java.time.LocalDate;

import dev.parley.register.Category;
import dev.parley.submission.Submission;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * Describes the answers of RaiseRisk, as {@code RaiseRiskSubmission} reads them.
 */
@Schema(name = "RaiseRisk", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record RaiseRiskBody(
		@Schema(requiredMode = RequiredMode.REQUIRED, maxLength = Submission.LINE,
				example = "Unpatched remote access") String title,
		@Schema(requiredMode = RequiredMode.REQUIRED, maxLength = Submission.TEXT,
				example = "An attacker enters through the VPN appliance.") String scenario,
		@Schema(requiredMode = RequiredMode.REQUIRED, example = "DATA") Category category,
		@Schema(requiredMode = RequiredMode.REQUIRED, maxLength = Submission.TEXT,
				example = "People can work from home.") String benefit,
		@Schema(maxLength = Submission.LINE, description = "The initiative that it belongs to",
				example = "Remote work") String initiative,
		@Schema(description = "When the decision is needed", example = "2027-03-01") LocalDate neededBy,
		@Schema(description = "Whether the initiative has begun already", example = "false") Boolean initiativeStarted,
		@Schema(description = "The asset, an id of /api/v1/assets; without it the caller is asked in Tasklist",
				maxLength = Submission.LINE, example = "A-003") String assetId) {
}
