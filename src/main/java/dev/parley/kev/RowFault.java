package dev.parley.kev;

import org.jspecify.annotations.Nullable;

/**
 * Why a row of the catalog was left out.
 *
 * @param row row of the table, its header being row 1; in JSON the entry, from 1
 * @param column the column, or null where the row as a whole is at fault
 * @param message what is wrong with it, and what was expected
 */
public record RowFault(int row, @Nullable String column, String message) {
}
