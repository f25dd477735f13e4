package dev.parley.arbitration;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The committee as it was called together for a case, or the reason why it could not be.
 *
 * @param composition number of the composition; 0 when there is none
 * @param presiding who presides: the chair, or the alternate where the chair is recused
 * @param seats the members who are in their term
 * @param refusal why the committee cannot sit; null when it can
 */
record Convening(int composition, String presiding, List<Seat> seats, @Nullable String refusal) {

	static Convening refused(String reason) {
		return new Convening(0, "", List.of(), reason);
	}

	boolean isComplete() {
		return this.refusal == null;
	}

	/** Ids of the members who vote. */
	List<String> voters() {
		return this.seats.stream().filter((seat) -> seat.recusedBecause() == null).map(Seat::member).toList();
	}

	/**
	 * A member who is in the term of office.
	 *
	 * @param member user id
	 * @param function function in the organisation
	 * @param recusedBecause why the rules keep the member from voting; null for a voter
	 */
	record Seat(String member, String function, @Nullable String recusedBecause) {
	}

}
