package dev.parley.arbitration;

import dev.parley.engine.CaseMessages;
import org.springframework.stereotype.Component;

/** Tells the cases that wait for a committee that there is a new composition. */
@Component
class ComposedNotice {

	private static final String MSG_COMMITTEE_COMPOSED = "Msg_CommitteeComposed";

	private final CaseMessages messages;

	ComposedNotice(CaseMessages messages) {
		this.messages = messages;
	}

	void composed() {
		this.messages.sendToAllWaiting(MSG_COMMITTEE_COMPOSED);
	}

}
