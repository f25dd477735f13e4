package dev.parley.riskpage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.parley.register.AssetClass;
import dev.parley.register.Band;
import dev.parley.register.Category;
import dev.parley.register.ExemptionState;
import dev.parley.register.Level;
import dev.parley.register.OutdatingCause;
import dev.parley.register.RiskState;
import dev.parley.register.Treatment;
import dev.parley.register.UnacceptableState;
import org.jspecify.annotations.Nullable;

/**
 * A risk of the list.
 *
 * @param key where it is in the list
 * @param title what it is called
 * @param category what it concerns
 * @param state where it stands
 * @param asset its asset, once identified
 * @param level its level, once rated
 * @param band the band of that level
 * @param unacceptableState why it is above tolerance, or null
 * @param terms the decision in force, or null
 * @param outdated what has changed since that this decision rests on
 * @param raisedAt when it was raised
 */
record ListedRisk(RiskKey key, String title, Category category, RiskState state, @Nullable NamedAsset asset,
		@Nullable Level level, @Nullable Band band, @Nullable UnacceptableState unacceptableState,
		@Nullable Terms terms, List<OutdatingCause> outdated, Instant raisedAt) {

	String riskId() {
		return this.key.riskId();
	}

	/**
	 * An asset.
	 *
	 * @param id asset id
	 * @param name what people call it
	 * @param assetClass whom it belongs to
	 */
	record NamedAsset(String id, String name, AssetClass assetClass) {

		/** The office that decides on its risks. */
		String owner() {
			return this.assetClass.decides().label();
		}

	}

	/**
	 * A decision in force.
	 *
	 * @param treatment what is done about the risk
	 * @param since since when
	 * @param reviewOn when it is looked at again
	 * @param exemption its exemption, or null
	 */
	record Terms(Treatment treatment, Instant since, LocalDate reviewOn, @Nullable ListedExemption exemption) {
	}

	/**
	 * An exemption.
	 *
	 * @param id exemption id
	 * @param state where it stands
	 * @param endsOn its last day
	 */
	record ListedExemption(String id, ExemptionState state, LocalDate endsOn) {
	}

}
