package dev.parley.exemption;

import java.security.Principal;
import java.util.Map;

import dev.parley.submission.Submission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The revocation of an exemption, for systems. */
@RestController
class RevocationApi {

	private final Revocation revocation;

	RevocationApi(Revocation revocation) {
		this.revocation = revocation;
	}

	@Operation(summary = "Revokes an exemption; another case decides on its risk",
			description = "By the chief risk officer, while it is in force or suspended.")
	@PostMapping(path = "/api/v1/exemptions/{exemptionId}/revocation", consumes = "application/json",
			produces = "application/json")
	RevokedExemption revoke(@PathVariable String exemptionId,
			@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(schema = @Schema(
					implementation = RevocationBody.class))) @RequestBody Map<String, @Nullable Object> body,
			Principal caller) {
		this.revocation.revoke(exemptionId, new Submission(body), caller.getName());
		return new RevokedExemption(exemptionId, "REVOKED");
	}

	/**
	 * Describes the body.
	 *
	 * @param reason why it is revoked
	 */
	@Schema(name = "Revocation", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	record RevocationBody(@Schema(requiredMode = RequiredMode.REQUIRED, maxLength = Submission.TEXT,
			example = "The weakness is exploited by now.") String reason) {
	}

	/**
	 * An exemption that was revoked.
	 *
	 * @param exemptionId exemption id
	 * @param state {@code REVOKED}
	 */
	record RevokedExemption(String exemptionId, String state) {
	}

}
