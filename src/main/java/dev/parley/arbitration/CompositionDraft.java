package dev.parley.arbitration;

import java.util.List;

/**
 * Who is to sit on the committee.
 *
 * @param chair presides, and has no vote
 * @param alternateChair presides where the chair is recused
 * @param seats the members who vote
 */
record CompositionDraft(String chair, String alternateChair, List<CommitteeSeat> seats) {

	boolean hasMember(String person) {
		return this.seats.stream().map(CommitteeSeat::member).anyMatch(person::equals);
	}

}
