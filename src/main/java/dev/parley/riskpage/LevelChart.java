package dev.parley.riskpage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import dev.parley.register.Level;
import dev.parley.register.RiskRatings.Rating;
import org.jspecify.annotations.Nullable;

/**
 * The level of a risk over time as a line of steps, in units of its drawing.
 *
 * @param level the line of the level
 * @param tolerance the line of the tolerance
 * @param steps the lines of the levels, with their names
 * @param from the day on the left
 * @param to the day on the right
 */
record LevelChart(String level, String tolerance, List<Step> steps, String from, String to) {

	private static final int LEFT = 90;

	private static final int RIGHT = 630;

	private static final int TOP = 16;

	private static final int STEP = 26;

	static LevelChart of(List<Rating> ratings, Days days) {
		LocalDate first = days.dateOf(ratings.get(0).at());
		LocalDate last = days.today().isAfter(first) ? days.today() : first.plusDays(1);
		Function<Rating, Integer> place = (rating) -> x(days.dateOf(rating.at()), first, last);
		List<Step> steps = Arrays.stream(Level.values()).map((level) -> new Step(level.label(), y(level))).toList();
		return new LevelChart(line(ratings, place, Rating::level),
				line(ratings, place, (rating) -> rating.appetite().tolerance()), steps, String.valueOf(days.day(first)),
				String.valueOf(days.day(last)));
	}

	/**
	 * A path that goes level until the next rating, and has a gap where there is none.
	 */
	private static String line(List<Rating> ratings, Function<Rating, Integer> place,
			Function<Rating, @Nullable Level> level) {
		StringBuilder path = new StringBuilder();
		boolean drawn = false;
		for (Rating rating : ratings) {
			Level rated = level.apply(rating);
			if (drawn) {
				path.append(" H ").append(place.apply(rating));
			}
			if (rated != null) {
				path.append(drawn ? " V " + y(rated) : " M " + place.apply(rating) + " " + y(rated));
			}
			drawn = rated != null;
		}
		return path.append(drawn ? " H " + RIGHT : "").toString().strip();
	}

	private static int x(LocalDate day, LocalDate first, LocalDate last) {
		return (int) (LEFT
				+ (RIGHT - LEFT) * ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last));
	}

	private static int y(Level level) {
		return TOP + (Level.values().length - level.rank()) * STEP;
	}

	/**
	 * A level.
	 *
	 * @param label its name
	 * @param y its height
	 */
	record Step(String label, int y) {
	}

}
