package dev.parley.register;

import java.time.Instant;

/**
 * That a case was withdrawn.
 *
 * @param reason why
 * @param by who withdrew it
 * @param at when
 */
public record Withdrawal(String reason, String by, Instant at) {
}
