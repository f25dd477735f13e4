package dev.parley.riskpage;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Which risks of the list come first. Those with the same key go by their number. */
enum RiskSort {

	NEWEST("Newest first", Key.NONE, true), OLDEST("Oldest first", Key.NONE, false),
	HIGHEST("Highest level first", Key.LEVEL, true), LOWEST("Not rated, then lowest level first", Key.LEVEL, false),
	SOONEST("Last day: soonest first", Key.SOONEST, false), LATEST("Last day: latest first", Key.LATEST, true),
	TITLE("Title: A to Z", Key.TITLE, false), TITLE_BACKWARDS("Title: Z to A", Key.TITLE, true);

	private final String label;

	private final Key key;

	private final boolean descending;

	RiskSort(String label, Key key, boolean descending) {
		this.label = label;
		this.key = key;
		this.descending = descending;
	}

	String label() {
		return this.label;
	}

	/** The value in SQL that risk {@code r} and its decision {@code s} are sorted by. */
	String value() {
		return (this.key.sql != null) ? this.key.sql : "cast(null as text)";
	}

	/** Whether a value can be the key of a risk. */
	boolean knows(@Nullable String value) {
		return (this.key.sql == null) ? value == null : value != null && this.key.matches(value);
	}

	/** The condition in SQL that a risk comes after the one with the given key. */
	String following() {
		return "(%s) %s (%s)".formatted(String.join(", ", columns(value(), "r")), this.descending ? "<" : ">",
				Stream.of("cast(:keyValue as %s)".formatted(this.key.type), "length(cast(:keyId as text))", ":keyId")
					.skip(skipped())
					.collect(Collectors.joining(", ")));
	}

	/**
	 * The order in SQL.
	 * @param value what holds the value
	 * @param risk name of the risk
	 */
	String order(String value, String risk) {
		String direction = this.descending ? " desc" : " asc";
		return columns(value, risk).stream().map((column) -> column + direction).collect(Collectors.joining(", "));
	}

	private List<String> columns(String value, String risk) {
		return Stream.of(value, "length(%s.risk_id)".formatted(risk), risk + ".risk_id").skip(skipped()).toList();
	}

	private int skipped() {
		return (this.key.sql == null) ? 1 : 0;
	}

	/** What risks are sorted by beside their numbers. */
	private enum Key {

		NONE(null, "text", ""), LEVEL("coalesce(r.level, 0)", "integer", "[0-5]"),
		SOONEST("coalesce(s.ends_on, s.review_on, 'infinity')", "date", "infinity|\\d{4}-\\d{2}-\\d{2}"),
		LATEST("coalesce(s.ends_on, s.review_on, '-infinity')", "date", "-infinity|\\d{4}-\\d{2}-\\d{2}"),
		TITLE("lower(left(r.title, 60))", "text", "[^\\p{Cntrl}]{0,120}");

		private final @Nullable String sql;

		private final String type;

		private final Pattern written;

		Key(@Nullable String sql, String type, String written) {
			this.sql = sql;
			this.type = type;
			this.written = Pattern.compile(written);
		}

		private boolean matches(String value) {
			return this.written.matcher(value).matches() && (!this.type.equals("date") || isDate(value));
		}

		private static boolean isDate(String value) {
			try {
				return value.endsWith("infinity") || LocalDate.parse(value).getYear() > 0;
			}
			catch (DateTimeParseException ex) {
				return false;
			}
		}

	}

}
