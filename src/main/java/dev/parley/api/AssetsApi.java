package dev.parley.api;

import dev.parley.register.Asset;
import dev.parley.register.AssetClass;
import dev.parley.register.Assets;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The inventory, for systems that raise risks. */
@RestController
class AssetsApi {

	private final Assets assets;

	AssetsApi(Assets assets) {
		this.assets = assets;
	}

	@Operation(summary = "The assets of the inventory, by id")
	@PagedList
	@GetMapping(path = "/api/v1/assets", produces = "application/json")
	Listed<AssetBody> list(HttpServletRequest request) {
		ListQuery query = ListQuery.of(request);
		query.parameters().close();
		return Listed.of(this.assets.page(query.after(), query.most()).stream().map(AssetBody::of).toList(), query,
				AssetBody::id);
	}

	/**
	 * An asset.
	 *
	 * @param id asset id
	 * @param name what people call it
	 * @param assetClass whom it belongs to
	 * @param decidingGroup the group that decides on its risks
	 */
	record AssetBody(String id, String name, AssetClass assetClass, String decidingGroup) {

		static AssetBody of(Asset asset) {
			return new AssetBody(asset.id(), asset.name(), asset.assetClass(), asset.decides().group());
		}

	}

}
