package dev.parley.kev;

import java.util.List;

import dev.parley.register.Asset;
import org.jspecify.annotations.Nullable;

/**
 * What an import does about one asset.
 *
 * @param asset the asset
 * @param added entries that are a finding of it from now on
 * @param known how many entries are a finding of it already
 * @param outcome what becomes of those added
 * @param standing the case or risk that earlier findings of it led to, or null
 */
record AssetPlan(Asset asset, List<KevEntry> added, int known, Outcome outcome, @Nullable AssetStanding standing) {

	/** The case that they join, or null. */
	@Nullable String joinedCase() {
		return (this.outcome == Outcome.JOINS && this.standing != null) ? this.standing.caseId() : null;
	}

	/** What becomes of the entries that match an asset. */
	enum Outcome {

		/** They open a case. */
		OPENS,
		/** They join the case that is not over. */
		JOINS,
		/** All are known. */
		NOTHING_NEW,
		/** Nobody could decide, so that no case is opened and nothing is recorded. */
		NOBODY_DECIDES

	}

}
