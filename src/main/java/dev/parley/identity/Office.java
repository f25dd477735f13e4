package dev.parley.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * An office that a person holds by being a member of its group. The group's id is stable;
 * models name it as the candidate group of a task.
 */
public enum Office {

	/** Raises risks. */
	REQUESTER("requester", "Requester"),
	/** Owns the risk of shared systems, as proxy owner, and decides. */
	CIO("cio", "CIO"),
	/** Advises, challenges and gives assurance; never owns. */
	CISO("ciso", "CISO"),
	/** Owns the risk of a business unit, and decides. */
	RISK_OWNER("risk-owner", "Risk owner"),
	/** Votes on conflicts. */
	COMMITTEE_MEMBER("committee-member", "Committee member"),
	/** Chairs the committee. */
	COMMITTEE_CHAIR("committee-chair", "Committee chair"),
	/** Chief risk officer: rules on what the committee refers. */
	CRO("cro", "Chief risk officer"),
	/** Endorses the charter. */
	EXECUTIVE_SPONSOR("executive-sponsor", "Executive sponsor"),
	/** Redesigns diagrams, forms and decision tables. */
	PROCESS_OWNER("process-owner", "Process owner"),
	/** Reads everything, changes nothing. */
	AUDITOR("auditor", "Auditor"),
	/** Runs the system. The engine's own name for the group is kept. */
	ADMINISTRATOR("camunda-admin", "Administrator");

	private final String group;

	private final String label;

	Office(String group, String label) {
		this.group = group;
		this.label = label;
	}

	public String group() {
		return this.group;
	}

	public String label() {
		return this.label;
	}

	/** Whether members of this office may raise a risk. */
	public boolean mayRaise() {
		return this == REQUESTER || this == CIO || this == CISO || this == RISK_OWNER;
	}

	public static Optional<Office> ofGroup(String group) {
		return Arrays.stream(values()).filter((office) -> office.group.equals(group)).findFirst();
	}

}
