package dev.parley.decision;

import dev.parley.submission.Submission;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** Describes a body that gives a reason and nothing else. */
@Schema(name = "Reason", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record ReasonBody(@Schema(requiredMode = RequiredMode.REQUIRED, maxLength = Submission.TEXT,
		example = "The project was cancelled.") String reason) {
}
