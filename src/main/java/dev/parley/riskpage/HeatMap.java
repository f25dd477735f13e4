package dev.parley.riskpage;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How many open risks there are by likelihood and impact.
 *
 * @param impacts the columns, from negligible to severe
 * @param rows the rows, from almost certain to very unlikely
 * @param total how many risks there are on it
 * @param chosen the cell that the list is narrowed to, in words, or null
 * @param all where the list is without that
 */
record HeatMap(List<Step> impacts, List<Row> rows, long total, @Nullable String chosen, String all) {

	/**
	 * A step of a scale.
	 *
	 * @param value 1 to 5
	 * @param name its name
	 * @param meaning what it stands for
	 */
	record Step(int value, String name, String meaning) {

		/** A step, from its anchor in words. */
		static Step of(int value, String anchor) {
			String[] said = anchor.split(" – ", 2);
			return new Step(value, said[0], said[said.length - 1]);
		}

	}

	/**
	 * A row.
	 *
	 * @param likelihood how likely
	 * @param cells its cells, by impact
	 */
	record Row(Step likelihood, List<Cell> cells) {
	}

	/**
	 * A cell.
	 *
	 * @param levelCode its level
	 * @param levelLabel its level in words
	 * @param count how many risks
	 * @param href where the list of these is; null when there are none
	 * @param chosen whether the list is narrowed to it
	 */
	record Cell(String levelCode, String levelLabel, long count, @Nullable String href, boolean chosen) {
	}

}
