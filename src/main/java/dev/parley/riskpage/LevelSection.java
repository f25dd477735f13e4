package dev.parley.riskpage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import dev.parley.register.Level;
import dev.parley.register.RiskRatings;
import dev.parley.register.RiskRatings.Rating;
import dev.parley.register.Score;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the level of a risk went, as a table and as a line. */
@Component
class LevelSection {

	private final RiskRatings ratings;

	private final Days days;

	LevelSection(RiskRatings ratings, Days days) {
		this.ratings = ratings;
		this.days = days;
	}

	LevelsView of(String riskId, ReadableCases readable) {
		List<Rating> rated = this.ratings.of(riskId);
		List<RatingRow> rows = new ArrayList<>();
		String ratedIn = null;
		for (Rating rating : rated) {
			ratedIn = (rating.caseId() != null) ? rating.caseId() : ratedIn;
			rows.add(row(rating, readable.reads(ratedIn), readable.opens(rating.caseId())));
		}
		Collections.reverse(rows);
		return new LevelsView(rows, rated.isEmpty() ? null : LevelChart.of(rated, this.days), ratedIn);
	}

	private RatingRow row(Rating rating, boolean scored, boolean linked) {
		Level level = rating.level();
		return new RatingRow(String.valueOf(this.days.dayOf(rating.at())), (level != null) ? level.name() : null,
				(level != null) ? level.label() : null, rating.band().label(), scored ? score(rating.score()) : null,
				"Appetite up to %s, tolerance up to %s, capacity up to %s".formatted(
						lower(rating.appetite().appetite()), lower(rating.appetite().tolerance()),
						lower(rating.appetite().capacity())),
				rating.cause().label(), linked ? rating.caseId() : null);
	}

	private static @Nullable String score(@Nullable Score score) {
		return (score != null) ? "Likelihood %d, impact %d".formatted(score.likelihood(), score.impact()) : null;
	}

	private static String lower(Level level) {
		return level.label().toLowerCase(Locale.ENGLISH);
	}

	/**
	 * How the level went.
	 *
	 * @param rows the ratings, the newest first
	 * @param chart the same as a line, or null
	 * @param ratedIn the case in which it was rated last, or null
	 */
	record LevelsView(List<RatingRow> rows, @Nullable LevelChart chart, @Nullable String ratedIn) {
	}

	/**
	 * A rating.
	 *
	 * @param on when
	 * @param levelCode the level, or null
	 * @param levelLabel that in words, or null
	 * @param band where it lies
	 * @param score likelihood and impact, or null where they do not show
	 * @param measured what it is measured against
	 * @param cause why it was rated
	 * @param caseId the case in which, or null
	 */
	record RatingRow(String on, @Nullable String levelCode, @Nullable String levelLabel, String band,
			@Nullable String score, String measured, String cause, @Nullable String caseId) {
	}

}
