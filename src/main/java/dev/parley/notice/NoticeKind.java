package dev.parley.notice;

/** Why somebody is told. */
public enum NoticeKind {

	/** A task is due. */
	REMINDER("Reminder"),
	/** Something happened that they should know of. */
	INFORMATION("Information"),
	/** A case has gone to somebody else, or comes to them. */
	ESCALATION("Escalation");

	private final String label;

	NoticeKind(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
