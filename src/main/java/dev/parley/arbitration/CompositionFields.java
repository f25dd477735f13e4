package dev.parley.arbitration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The form in which the chair proposes a composition, as it is filled in.
 *
 * @param chair user id, or nothing
 * @param alternateChair user id, or nothing
 * @param rows the members
 */
record CompositionFields(String chair, String alternateChair, List<Row> rows) {

	private static final int ROWS = 12;

	private static final CompositionFields EMPTY = new CompositionFields("", "", List.of());

	/** What the page sent. Rows that name nothing are left out. */
	static CompositionFields of(Map<String, String> fields) {
		List<Row> rows = IntStream.rangeClosed(1, CompositionPolicy.MOST_MEMBERS + 1)
			.mapToObj((number) -> Row.of(fields, number))
			.filter((row) -> !row.isEmpty())
			.toList();
		return new CompositionFields(fields.getOrDefault("chair", ""), fields.getOrDefault("alternateChair", ""), rows);
	}

	/** A composition to begin with; null for none. */
	static CompositionFields of(@Nullable Composition composition) {
		if (composition == null) {
			return EMPTY;
		}
		CompositionDraft committee = composition.committee();
		return new CompositionFields(committee.chair(), committee.alternateChair(),
				committee.seats().stream().map(Row::of).toList());
	}

	/** The rows to fill in, some of them empty. */
	public List<Row> shown() {
		int empty = Math.max(1, ROWS - this.rows.size());
		return Stream.concat(this.rows.stream(), Stream.generate(() -> Row.EMPTY).limit(empty))
			.limit(CompositionPolicy.MOST_MEMBERS)
			.toList();
	}

	Map<String, @Nullable Object> body() {
		Map<String, @Nullable Object> body = new HashMap<>();
		body.put("chair", this.chair);
		body.put("alternateChair", this.alternateChair);
		body.put("seats", this.rows.stream().map(Row::body).toList());
		return body;
	}

	/**
	 * A member.
	 *
	 * @param member user id, or nothing
	 * @param function function, or nothing
	 * @param termFrom date, or nothing
	 * @param termTo date, or nothing
	 */
	record Row(String member, String function, String termFrom, String termTo) {

		static final Row EMPTY = new Row("", "", "", "");

		static Row of(Map<String, String> fields, int number) {
			return new Row(fields.getOrDefault("member" + number, ""), fields.getOrDefault("function" + number, ""),
					fields.getOrDefault("termFrom" + number, ""), fields.getOrDefault("termTo" + number, ""));
		}

		static Row of(CommitteeSeat seat) {
			return new Row(seat.member(), seat.function(), seat.from().toString(), seat.to().toString());
		}

		/** Dates alone are what is left of a member who was taken out. */
		boolean isEmpty() {
			return this.member.isBlank() && this.function.isBlank();
		}

		Map<String, String> body() {
			return Map.of("member", this.member, "function", this.function, "termFrom", this.termFrom, "termTo",
					this.termTo);
		}

	}

}
