package dev.parley.register;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A risk as it was raised.
 *
 * @param title short name
 * @param scenario what could happen, how, and to what effect
 * @param category what it endangers
 * @param initiative the undertaking it belongs to
 * @param benefit what the organisation gains by the undertaking
 * @param neededBy when a decision is needed
 * @param initiativeStarted whether the undertaking has begun already
 */
public record RaisedRisk(String title, String scenario, Category category, @Nullable String initiative, String benefit,
		@Nullable LocalDate neededBy, boolean initiativeStarted) {
}
