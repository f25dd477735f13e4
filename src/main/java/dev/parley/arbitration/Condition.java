package dev.parley.arbitration;

import java.time.LocalDate;

/**
 * What a ruling asks for.
 *
 * @param text what is to be done
 * @param owner user or group that does it
 * @param dueOn by when
 */
record Condition(String text, String owner, LocalDate dueOn) {
}
