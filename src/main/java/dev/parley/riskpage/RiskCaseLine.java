package dev.parley.riskpage;

import java.time.Instant;

import dev.parley.register.CaseState;
import org.jspecify.annotations.Nullable;

/**
 * A case on the risk that the reader may open.
 *
 * @param caseId case id
 * @param state where it stands
 * @param raisedBy who raised it
 * @param because why Parley opened it, or null
 * @param openedAt when it was opened
 * @param overSince when it was over, or null
 * @param whole whether all that was said in it shows to the reader
 */
record RiskCaseLine(String caseId, CaseState state, String raisedBy, @Nullable String because, Instant openedAt,
		@Nullable Instant overSince, boolean whole) {
}
