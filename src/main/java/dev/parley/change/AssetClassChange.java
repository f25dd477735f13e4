package dev.parley.change;

import java.util.Set;

import dev.parley.identity.ApiRoute;
import dev.parley.identity.People;
import dev.parley.register.Asset;
import dev.parley.register.AssetClass;
import dev.parley.register.Assets;
import dev.parley.submission.DutyRefused;
import dev.parley.submission.NotThere;
import dev.parley.submission.Submission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes whom an asset belongs to. Its risks are measured anew and decided by another
 * office from the next decision on; open cases keep who decides them.
 */
@Component
class AssetClassChange {

	private final Assets assets;

	private final People people;

	private final ChangeWatch watch;

	AssetClassChange(Assets assets, People people, ChangeWatch watch) {
		this.assets = assets;
		this.people = people;
		this.watch = watch;
	}

	/**
	 * Changes the class of an asset. Where it is of that class already, nothing is
	 * changed or recorded, so that a call can be sent again.
	 * @param submission the class under {@code assetClass}, and the {@code reason}
	 * @return the asset as it is now
	 * @throws NotThere when there is no such asset
	 * @throws DutyRefused when the person holds no office that keeps the inventory
	 */
	@Transactional
	public Asset change(String assetId, Submission submission, String user) {
		requireKeeper(this.people.groupsOf(user));
		requireAsset(assetId);
		AssetClass assetClass = submission.choice("assetClass", "Asset class", AssetClass.class);
		String reason = submission.text("reason", "Reason", Submission.TEXT);
		submission.close();
		if (this.assets.changeClass(assetId, assetClass, reason, user)) {
			this.watch.look();
		}
		return requireAsset(assetId);
	}

	private static void requireKeeper(Set<String> groups) {
		if (!ApiRoute.CHANGE_ASSET.isOpenTo(groups)) {
			throw new DutyRefused("Only process owners and administrators change the class of an asset.");
		}
	}

	private Asset requireAsset(String assetId) {
		return this.assets.find(assetId).orElseThrow(() -> new NotThere("There is no asset %s.".formatted(assetId)));
	}

}
