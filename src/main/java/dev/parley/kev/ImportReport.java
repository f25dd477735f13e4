package dev.parley.kev;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.parley.kev.AssetPlan.Outcome;
import dev.parley.kev.KevCases.Taken;
import org.jspecify.annotations.Nullable;

/**
 * What an import came to, or would come to.
 *
 * @param dryRun whether nothing was written
 * @param format CSV or JSON
 * @param rows entries of the file, faulty ones included
 * @param matched entries that match an asset
 * @param notInInventory entries that match none
 * @param findingsAdded findings that are new, an entry counting once for each asset
 * @param findingsKnown findings that were known
 * @param entriesChanged known entries that the catalog words anew
 * @param casesToOpen how many cases the new findings open
 * @param casesOpened the cases opened; none in a dry run
 * @param casesJoined open cases that new findings join
 * @param assets what became of each asset that entries match
 * @param faultyRows rows that were left out
 * @param faults why, as far as they fit
 * @param faultsTotal how many faults there are in all
 * @param ignoredColumns columns that Parley does not know
 */
public record ImportReport(boolean dryRun, String format, int rows, int matched, int notInInventory, int findingsAdded,
		int findingsKnown, int entriesChanged, int casesToOpen, List<String> casesOpened, List<String> casesJoined,
		List<AssetReport> assets, int faultyRows, List<RowFault> faults, int faultsTotal, List<String> ignoredColumns) {

	private static final int SHOWN = 200;

	private static final int COLUMNS_SHOWN = 20;

	static ImportReport planned(Catalog catalog, ImportPlan plan) {
		List<AssetReport> assets = plan.assets()
			.stream()
			.map((asset) -> AssetReport.of(asset, asset.joinedCase(), asset.outcome()))
			.toList();
		return of(true, catalog, plan, assets);
	}

	static ImportReport done(Catalog catalog, ImportPlan plan, Map<String, Taken> taken) {
		List<AssetReport> assets = plan.assets().stream().map((asset) -> {
			Taken by = taken.get(asset.asset().id());
			return (by != null) ? AssetReport.of(asset, by.caseId(), by.opened() ? Outcome.OPENS : Outcome.JOINS)
					: AssetReport.of(asset, null, asset.outcome());
		}).toList();
		return of(false, catalog, plan, assets);
	}

	private static ImportReport of(boolean dryRun, Catalog catalog, ImportPlan plan, List<AssetReport> assets) {
		return new ImportReport(dryRun, catalog.format().name(), catalog.rows(), plan.matched(), plan.unmatched(),
				plan.added(), plan.known(), plan.changed().size(),
				(int) assets.stream().filter((asset) -> asset.outcome().equals(Outcome.OPENS.name())).count(),
				cases(assets, Outcome.OPENS), cases(assets, Outcome.JOINS), assets, catalog.faultyRows(),
				catalog.faults().stream().limit(SHOWN).toList(), catalog.faults().size(),
				catalog.ignored().stream().limit(COLUMNS_SHOWN).toList());
	}

	private static List<String> cases(List<AssetReport> assets, Outcome outcome) {
		return assets.stream()
			.filter((asset) -> asset.outcome().equals(outcome.name()))
			.flatMap((asset) -> Stream.ofNullable(asset.caseId()))
			.toList();
	}

	/** Whether all that matches is recorded already. */
	public boolean isNothingNew() {
		return this.findingsAdded == 0 && this.entriesChanged == 0;
	}

	/**
	 * What became of an asset.
	 *
	 * @param assetId the asset
	 * @param name its name
	 * @param findingsAdded findings that are new
	 * @param findingsKnown findings that were known
	 * @param outcome OPENS, JOINS, NOTHING_NEW or NOBODY_DECIDES
	 * @param caseId the case that was opened or joined, or null
	 * @param message the outcome in words
	 */
	public record AssetReport(String assetId, String name, int findingsAdded, int findingsKnown, String outcome,
			@Nullable String caseId, String message) {

		static AssetReport of(AssetPlan plan, @Nullable String caseId, Outcome outcome) {
			return new AssetReport(plan.asset().id(), plan.asset().name(), plan.added().size(), plan.known(),
					outcome.name(), caseId, message(plan, outcome));
		}

		private static String message(AssetPlan plan, Outcome outcome) {
			return switch (outcome) {
				case OPENS -> "A case is opened.";
				case JOINS -> "They join the open case.";
				case NOTHING_NEW -> "All are known.";
				case NOBODY_DECIDES ->
					"Nobody could decide: the office %s has no member. No case is opened, and nothing is recorded. Ask an administrator to add a member, and import again."
						.formatted(plan.asset().decides().label());
			};
		}

	}

}
