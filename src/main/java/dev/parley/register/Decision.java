package dev.parley.register;

import java.time.Instant;

/**
 * A decision of a case.
 *
 * @param number 1 for the first of its case
 * @param content what was decided
 * @param decidedBy who decided
 * @param decidedAt when
 * @param inForce whether it is in force
 */
public record Decision(int number, DecisionDraft content, String decidedBy, Instant decidedAt, boolean inForce) {
}
