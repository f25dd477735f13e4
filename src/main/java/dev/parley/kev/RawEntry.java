package dev.parley.kev;

import java.util.List;
import java.util.Map;

/**
 * An entry as it stands in the file, unchecked.
 *
 * @param row its row
 * @param values the values that it gives
 * @param faults what was wrong with it before its values could be looked at
 */
record RawEntry(int row, Map<KevField, String> values, List<RowFault> faults) {
}
