package dev.parley.arbitration;

import dev.parley.engine.CaseMessages;
import org.springframework.stereotype.Component;

/** Tells the cases that wait for a committee that there is a new composition. */
@Component
class ComposedNotice {

	private final CaseMessages messages;

	ComposedNotice(CaseMessages messages) {
		this.messages = messages;
	}

	void composed() {
		this.messages.sendToAllWaiting(CommitteeArbitrationProcess.MSG_COMMITTEE_COMPOSED);
	}

}
