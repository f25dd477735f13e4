package dev.parley.register;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A known exploited vulnerability of the asset of a case, in the words of the catalog,
 * which are foreign text.
 *
 * @param cve its id
 * @param name its name
 * @param dueOn until when the catalog asks for the action; never a deadline of a task
 * @param past whether that date is past
 * @param ransomware whether ransomware campaigns are known to use it
 * @param requiredAction what the catalog asks for
 * @param notes notes of the catalog, which may be empty
 * @param changedOn when the catalog's words on it changed last, or null if they never did
 */
public record Finding(String cve, String name, LocalDate dueOn, boolean past, boolean ransomware, String requiredAction,
		String notes, @Nullable LocalDate changedOn) {
}
