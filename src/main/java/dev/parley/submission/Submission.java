package dev.parley.submission;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Exactly what was submitted with a form: keys and raw values. A form reads each key it
 * knows; {@link #close()} then refuses the whole if anything was wrong or is left over.
 * Null and blank values count as absent.
 */
public final class Submission {

	/** Longest single-line text, in characters. */
	public static final int LINE = 200;

	/** Longest text, in characters. */
	public static final int TEXT = 4000;

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 2200;

	private final Map<String, @Nullable Object> values;

	private final Set<String> known = new HashSet<>();

	private final List<String> faults = new ArrayList<>();

	public Submission(Map<String, @Nullable Object> values) {
		this.values = Collections.unmodifiableMap(values);
	}

	/**
	 * A required text of at most {@code longest} characters, without surrounding space.
	 */
	public String text(String key, String label, int longest) {
		return required(key, label, optionalText(key, label, longest), "");
	}

	/** A text of at most {@code longest} characters, or null. */
	public @Nullable String optionalText(String key, String label, int longest) {
		Object value = take(key);
		if (value == null) {
			return null;
		}
		if (!(value instanceof String text)) {
			return fault(say("%s (%s) must be text, not %s.", label, key, Texts.described(value)));
		}
		if (Texts.hasForbidden(text)) {
			return fault(say("%s (%s) has a control character, which cannot be stored. Remove it.", label, key));
		}
		String stripped = text.strip();
		if (longest == LINE && stripped.lines().count() > 1) {
			return fault(say("%s (%s) must be a single line.", label, key));
		}
		if (stripped.length() > longest) {
			return fault(say("%s (%s) has %,d characters; %,d are allowed.", label, key, stripped.length(), longest));
		}
		return stripped;
	}

	/**
	 * The lines of a text that are not blank, without surrounding space; none when it is
	 * absent. Refused when there are more than {@code most}, when one is longer than
	 * {@code longest} characters, or when two are the same.
	 */
	public List<String> lines(String key, String label, int most, int longest) {
		String text = optionalText(key, label, 2 * most * (longest + 2));
		List<String> lines = (text == null) ? List.of()
				: text.lines().map(String::strip).filter((line) -> !Texts.isAbsent(line)).toList();
		if (lines.size() > most) {
			fault(say("%s (%s) has %d lines; %d are allowed.", label, key, lines.size(), most));
		}
		lines.stream()
			.filter((line) -> line.length() > longest)
			.forEach((line) -> fault(say("%s (%s) has a line of %d characters, %s; %d are allowed.", label, key,
					line.length(), Texts.described(line), longest)));
		if (new HashSet<>(lines).size() < lines.size()) {
			fault(say("%s (%s) has the same line twice. Each line counts for itself.", label, key));
		}
		return lines;
	}

	/**
	 * Whole numbers, as a list or a text such as {@code 1, 2}; each one of those allowed;
	 * none when absent.
	 */
	public Set<Integer> numbers(String key, String label, Collection<Integer> allowed) {
		Object value = take(key);
		if (value == null) {
			return Set.of();
		}
		Set<Integer> numbers = new TreeSet<>();
		for (Object item : items(value)) {
			Optional<Integer> number = Optional.ofNullable(item).flatMap(WholeNumber::read).filter(allowed::contains);
			number.ifPresentOrElse(numbers::add, () -> fault(say("%s (%s) has %s; it may list %s.", label, key,
					(item != null) ? Texts.described(item) : "nothing", allowed)));
		}
		return numbers;
	}

	private static List<?> items(Object value) {
		if (value instanceof String text) {
			return List.of(text.strip().split("[\\s,;]+"));
		}
		return (value instanceof List<?> list) ? list : List.of(value);
	}

	/** A required whole number from {@code lowest} to {@code highest}. */
	public int wholeNumber(String key, String label, int lowest, int highest) {
		return required(key, label, optionalWholeNumber(key, label, lowest, highest), lowest);
	}

	/** A whole number from {@code lowest} to {@code highest}, or null. */
	public @Nullable Integer optionalWholeNumber(String key, String label, int lowest, int highest) {
		Object value = take(key);
		if (value == null) {
			return null;
		}
		Optional<Integer> number = WholeNumber.read(value);
		if (number.isEmpty()) {
			return fault(say("%s (%s) must be a whole number, not %s.", label, key, Texts.described(value)));
		}
		if (number.get() < lowest || number.get() > highest) {
			return fault(say("%s (%s) is %d; it goes from %d to %d.", label, key, number.get(), lowest, highest));
		}
		return number.get();
	}

	/** A date in the form {@code 2026-12-24}, or null. */
	public @Nullable LocalDate optionalDate(String key, String label) {
		Object value = take(key);
		if (value == null) {
			return null;
		}
		try {
			if (value instanceof String text) {
				return plausible(key, label, LocalDate.parse(text.strip()));
			}
		}
		catch (DateTimeParseException ex) {
			// falls through to the same sentence as a value of another type
		}
		return fault(say("%s (%s) must be a date such as 2026-12-24, not %s.", label, key, Texts.described(value)));
	}

	/** A required date in the form {@code 2026-12-24}. */
	public LocalDate date(String key, String label) {
		return required(key, label, optionalDate(key, label), LocalDate.EPOCH);
	}

	private @Nullable LocalDate plausible(String key, String label, LocalDate date) {
		if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
			return fault(say("%s (%s) is %s; the year goes from %d to %d.", label, key, date, FIRST_YEAR, LAST_YEAR));
		}
		return date;
	}

	/** A date, or null; refused when it is before {@code earliest} or ten years after. */
	public @Nullable LocalDate optionalDateFrom(String key, String label, LocalDate earliest) {
		LocalDate date = optionalDate(key, label);
		if (date == null) {
			return null;
		}
		if (date.isBefore(earliest)) {
			return fault(say("%s (%s) is %s; it cannot be before %s.", label, key, date, earliest));
		}
		if (date.isAfter(earliest.plusYears(10))) {
			return fault(say("%s (%s) is %s, more than ten years away.", label, key, date));
		}
		return date;
	}

	/** A required date from {@code earliest} to ten years after. */
	public LocalDate dateFrom(String key, String label, LocalDate earliest) {
		return required(key, label, optionalDateFrom(key, label, earliest), earliest);
	}

	/** A checkbox; absent counts as not checked. */
	public boolean checked(String key, String label) {
		Object value = take(key);
		if (value == null) {
			return false;
		}
		if (value instanceof Boolean checked) {
			return checked;
		}
		fault(say("%s (%s) must be true or false, not %s.", label, key, Texts.described(value)));
		return false;
	}

	/** A required choice among the names of an enum. */
	public <E extends Enum<E>> E choice(String key, String label, Class<E> type) {
		return required(key, label, optionalChoice(key, label, type), type.getEnumConstants()[0]);
	}

	/** A choice among the names of an enum, or null. */
	public <E extends Enum<E>> @Nullable E optionalChoice(String key, String label, Class<E> type) {
		Object value = take(key);
		if (value == null) {
			return null;
		}
		for (E constant : type.getEnumConstants()) {
			if (constant.name().equals(value)) {
				return constant;
			}
		}
		return fault(say("%s (%s) must be one of %s, not %s.", label, key, Texts.names(type), Texts.described(value)));
	}

	/** Whether the key was submitted with a value; counts as reading it. */
	public boolean isAnswered(String key) {
		return take(key) != null;
	}

	/** Adds a fault that the form found itself. */
	public void refuse(String fault) {
		this.faults.add(fault);
	}

	/**
	 * Ends the reading.
	 * @throws SubmissionRefused when a value was missing or wrong, or a key unknown
	 */
	public void close() {
		Set<String> unknown = new TreeSet<>(this.values.keySet());
		unknown.removeAll(this.known);
		if (!unknown.isEmpty()) {
			this.faults.add("This form does not ask for: %s. Leave it out.".formatted(Texts.shortened(unknown)));
		}
		stopIfFaulty();
	}

	/**
	 * Ends the reading early where nothing more can be judged.
	 * @throws SubmissionRefused when a value read so far was missing or wrong
	 */
	public void stopIfFaulty() {
		if (!this.faults.isEmpty()) {
			throw new SubmissionRefused(String.join(" ", this.faults));
		}
	}

	private @Nullable Object take(String key) {
		this.known.add(key);
		Object value = this.values.get(key);
		return Texts.isAbsent(value) ? null : value;
	}

	private <T> T required(String key, String label, @Nullable T value, T standIn) {
		if (value != null) {
			return value;
		}
		if (Texts.isAbsent(this.values.get(key))) {
			this.faults.add("%s (%s) is missing.".formatted(label, key));
		}
		return standIn;
	}

	private <T> @Nullable T fault(String fault) {
		this.faults.add(fault);
		return null;
	}

	private static String say(String sentence, Object... values) {
		return String.format(Locale.ENGLISH, sentence, values);
	}

}
