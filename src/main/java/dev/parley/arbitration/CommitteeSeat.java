package dev.parley.arbitration;

import java.time.LocalDate;

/**
 * A seat on the committee, with its vote.
 *
 * @param member user id
 * @param function function in the organisation, such as Legal
 * @param from first day of the term
 * @param to last day of the term
 */
record CommitteeSeat(String member, String function, LocalDate from, LocalDate to) {
}
