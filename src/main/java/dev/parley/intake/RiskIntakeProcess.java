package dev.parley.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names of the model RiskIntake. */
final class RiskIntakeProcess {

	/** Case id; also the business key. */
	static final String CASE_ID = "caseId";

	/** User id of the person who raised the case. */
	static final String RAISED_BY = "raisedBy";

	/** Risk id. */
	static final String RISK_ID = "riskId";

	/** Name of the risk's category. */
	static final String CATEGORY = "category";

	/** Whether the asset is known before anybody is asked for it. */
	static final String ASSET_KNOWN = "assetKnown";

	/** Name of the asset's class. */
	static final String ASSET_CLASS = "assetClass";

	/** Group that decides. */
	static final String DECIDING_GROUP = "decidingGroup";

	/** Rank of the appetite, 1 to 5. */
	static final String APPETITE = "appetite";

	/** Rank of the tolerance, 1 to 5. */
	static final String TOLERANCE = "tolerance";

	/** Rank of the capacity, 1 to 5. */
	static final String CAPACITY = "capacity";

	/** Name of the higher current level, or UNRATED. */
	static final String LEVEL = "level";

	/** Name of the band. */
	static final String BAND = "band";

	/** Difference of the two levels, or null. */
	static final String POSITION_GAP = "positionGap";

	/** Whether both sides stated a position. */
	static final String POSITIONS_COMPLETE = "positionsComplete";

	/** FAST_LANE or CHALLENGE. */
	static final String ROUTE = "route";

	private RiskIntakeProcess() {
	}

	static String caseId(DelegateExecution execution) {
		return (String) execution.getVariable(CASE_ID);
	}

}
