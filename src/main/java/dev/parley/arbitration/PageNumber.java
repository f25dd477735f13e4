package dev.parley.arbitration;

import java.util.List;

/**
 * Which page of a list is shown.
 *
 * @param number from 1 to the last
 * @param last 1 for an empty list
 * @param size how many a page shows
 */
record PageNumber(int number, int last, int size) {

	/**
	 * The page that was asked for, or the nearest there is.
	 * @param total how many there are to show
	 */
	static PageNumber of(int asked, int total, int size) {
		int last = Math.max(1, (total + size - 1) / size);
		return new PageNumber(Math.min(Math.max(asked, 1), last), last, size);
	}

	public boolean isFirst() {
		return this.number == 1;
	}

	public boolean isLast() {
		return this.number == this.last;
	}

	<T> List<T> of(List<T> all) {
		int from = (this.number - 1) * this.size;
		return all.subList(Math.min(from, all.size()), Math.min(from + this.size, all.size()));
	}

}
