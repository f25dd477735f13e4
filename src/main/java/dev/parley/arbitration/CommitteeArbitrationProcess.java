package dev.parley.arbitration;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names of the model CommitteeArbitration. */
final class CommitteeArbitrationProcess {

	/** Case id; also the business key. */
	static final String CASE_ID = "caseId";

	/** Whose ruling was asked for: COMMITTEE or CRO. */
	static final String AUTHORITY = "authority";

	/** Groups of both sides, the owner's first. */
	static final String SIDES = "sides";

	/** How many members who may vote it takes to convene. */
	static final String QUORUM_TO_MEET = "quorumToMeet";

	/** How many votes it takes, abstentions included. */
	static final String QUORUM_TO_VOTE = "quorumToVote";

	/** Name of the majority that a ruling needs. */
	static final String MAJORITY = "majority";

	/** How abstentions count. */
	static final String ABSTENTIONS = "abstentions";

	/** How often the committee is called to vote, at most. */
	static final String CALLS = "calls";

	/** Whether the committee could be called together. */
	static final String COMMITTEE_COMPLETE = "committeeComplete";

	/** Until when a case waits for a committee that can sit; null while it does not. */
	static final String CONVENE_BY = "conveneBy";

	/** Ids of the members who vote. */
	static final String VOTERS = "voters";

	/** Whether enough members have voted. */
	static final String QUORUM = "quorum";

	/** Whether no other call follows. */
	static final String LAST_CALL = "lastCall";

	/** Name of the vote that has the majority; NONE where none has. */
	static final String WINNER = "winner";

	/** What came of the votes. */
	static final String TALLY = "tally";

	/** Whether a side appeals against the ruling. */
	static final String APPEALED = "appealed";

	/** What follows the ruling in the case: IN_FORCE, DECIDE_AGAIN or NEW_CASE. */
	static final String AFTERMATH = "aftermath";

	/** Tells a case that waits for a committee that one is composed. */
	static final String MSG_COMMITTEE_COMPOSED = "Msg_CommitteeComposed";

	private CommitteeArbitrationProcess() {
	}

	static String caseId(DelegateExecution execution) {
		return (String) execution.getVariable(CASE_ID);
	}

	static int number(DelegateExecution execution, String variable) {
		return ((Number) execution.getVariable(variable)).intValue();
	}

	static String text(DelegateExecution execution, String variable) {
		return (String) execution.getVariable(variable);
	}

}
