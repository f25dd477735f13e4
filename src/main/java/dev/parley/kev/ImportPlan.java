package dev.parley.kev;

import java.util.List;

/**
 * What an import comes to, before anything is written.
 *
 * @param assets the assets that entries match, by name
 * @param versions entries whose words are to be recorded: new ones, and changed ones
 * @param changed ids of the changed ones
 * @param matched how many entries match an asset
 * @param unmatched how many match none
 */
record ImportPlan(List<AssetPlan> assets, List<KevEntry> versions, List<String> changed, int matched, int unmatched) {

	int added() {
		return this.assets.stream().mapToInt((asset) -> asset.added().size()).sum();
	}

	int known() {
		return this.assets.stream().mapToInt(AssetPlan::known).sum();
	}

	/** Whether it finds something that is not recorded yet. */
	boolean hasNews() {
		return added() > 0 || !this.versions.isEmpty();
	}

}
