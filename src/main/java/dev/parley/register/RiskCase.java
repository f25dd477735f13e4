package dev.parley.register;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A case: one way of one risk to a decision.
 *
 * @param caseId case id, also the business key in the engine
 * @param riskId the risk, once registered
 * @param state where it stands
 * @param raised what was raised
 * @param raisedBy who raised it
 * @param openedAt when
 * @param asset the asset, once identified
 * @param decidingGroup the group that decides, once the asset is identified
 * @param assessment the comparison of both positions, once they are in
 * @param route the way to the decision, once chosen
 * @param models the deployment whose rules the positions were compared by
 * @param overSince when the case was over, or null while it goes on
 */
public record RiskCase(String caseId, @Nullable String riskId, CaseState state, RaisedRisk raised, String raisedBy,
		Instant openedAt, @Nullable Asset asset, @Nullable String decidingGroup, @Nullable Assessment assessment,
		@Nullable Route route, @Nullable String models, @Nullable Instant overSince) {

	/** Whether nothing more happens in the case. */
	public boolean isOver() {
		return this.overSince != null;
	}

	/** Where it stands, in words. */
	public String stateLabel() {
		return this.state.label(isOver());
	}

	/** Whether the case goes straight to its decision. */
	public boolean isFastLane() {
		return this.route == Route.FAST_LANE;
	}

	/**
	 * The assessment of a case that has come to its decision.
	 * @throws IllegalStateException before both positions were compared
	 */
	public Assessment requireAssessment() {
		if (this.assessment == null) {
			throw new IllegalStateException("The positions of case %s are not compared yet".formatted(this.caseId));
		}
		return this.assessment;
	}

	/**
	 * The asset of a case.
	 * @throws IllegalStateException before it is identified
	 */
	public Asset requireAsset() {
		if (this.asset == null) {
			throw new IllegalStateException("The asset of case %s is not identified yet".formatted(this.caseId));
		}
		return this.asset;
	}

	/**
	 * The group that decides.
	 * @throws IllegalStateException before the asset is identified
	 */
	public String requireDecidingGroup() {
		if (this.decidingGroup == null) {
			throw new IllegalStateException("It is not settled yet who decides case %s".formatted(this.caseId));
		}
		return this.decidingGroup;
	}

}
