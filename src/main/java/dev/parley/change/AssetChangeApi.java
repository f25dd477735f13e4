package dev.parley.change;

import java.security.Principal;
import java.util.Map;

import dev.parley.register.Asset;
import dev.parley.register.AssetClass;
import dev.parley.submission.Submission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changes of the inventory, for systems. */
@RestController
class AssetChangeApi {

	private final AssetClassChange change;

	AssetChangeApi(AssetClassChange change) {
		this.change = change;
	}

	@Operation(summary = "Changes the class of an asset",
			description = "From the next decision on, another office decides on its risks; open cases keep who decides them. Open risks are measured by the appetite of the new class at once, and acceptances and exemptions that rested on the old one are outdated and reviewed. An asset that is of that class already is answered with 200, and nothing is recorded.")
	@PatchMapping(path = "/api/v1/assets/{assetId}", consumes = "application/json", produces = "application/json")
	ChangedAsset change(@PathVariable String assetId,
			@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(schema = @Schema(
					implementation = AssetClassBody.class))) @RequestBody Map<String, @Nullable Object> body,
			Principal caller) {
		return ChangedAsset.of(this.change.change(assetId, new Submission(body), caller.getName()));
	}

	/**
	 * An asset as it is now.
	 *
	 * @param id asset id
	 * @param name what people call it
	 * @param assetClass whom it belongs to
	 * @param decidingGroup the group that decides on its risks
	 */
	record ChangedAsset(String id, String name, AssetClass assetClass, String decidingGroup) {

		static ChangedAsset of(Asset asset) {
			return new ChangedAsset(asset.id(), asset.name(), asset.assetClass(), asset.decides().group());
		}

	}

	/**
	 * Describes what is sent, as {@link AssetClassChange} reads it.
	 *
	 * @param assetClass the class that it is of from now on
	 * @param reason why
	 */
	@Schema(name = "AssetClassChange", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	record AssetClassBody(
			@Schema(requiredMode = RequiredMode.REQUIRED, example = "BUSINESS_UNIT") AssetClass assetClass,
			@Schema(requiredMode = RequiredMode.REQUIRED, maxLength = Submission.TEXT,
					example = "The plant runs it on its own now.") String reason) {
	}

}
