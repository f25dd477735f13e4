package dev.parley.intake;

import dev.parley.submission.Submission;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * Describes a restated security position, as {@link StatePositionSubmission} reads it.
 */
@Schema(name = "SecurityPosition", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record SecurityPositionBody(
		@Schema(requiredMode = RequiredMode.REQUIRED, minimum = "1", maximum = "5", example = "4") int likelihood,
		@Schema(requiredMode = RequiredMode.REQUIRED, minimum = "1", maximum = "5", example = "4") int impact,
		@Schema(requiredMode = RequiredMode.REQUIRED, minimum = "1", maximum = "5", example = "2",
				description = "After the planned measures") int residualLikelihood,
		@Schema(requiredMode = RequiredMode.REQUIRED, minimum = "1", maximum = "5", example = "2",
				description = "After the planned measures") int residualImpact,
		@Schema(requiredMode = RequiredMode.REQUIRED, maxLength = Submission.TEXT,
				example = "An exploit has been published.") String reasoning,
		@Schema(requiredMode = RequiredMode.REQUIRED, maxLength = Submission.TEXT,
				example = "Ransomware groups") String threat,
		@Schema(maxLength = Submission.TEXT) String evidence, @Schema(maxLength = Submission.LINE,
				description = "Who asked for a lower position, where it is lower") String requestedBy) {
}
