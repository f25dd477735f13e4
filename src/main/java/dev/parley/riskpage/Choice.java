package dev.parley.riskpage;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A choice that narrows the list.
 *
 * @param name name of its parameter
 * @param label its name in words
 * @param options what to choose from
 */
record Choice(String name, String label, List<Option> options) {

	/** A choice among the values of an enum, or all of them. */
	static <E extends Enum<E>> Choice among(String name, String label, Class<E> type, Function<E, String> words,
			@Nullable E chosen) {
		return among(name, label, Arrays.asList(type.getEnumConstants()), Enum::name, words, chosen);
	}

	/** A choice among values, or all of them. */
	static <V> Choice among(String name, String label, Collection<V> values, Function<V, String> code,
			Function<V, String> words, @Nullable V chosen) {
		return new Choice(name, label, Stream
			.concat(Stream.of(new Option("", "All", chosen == null)),
					values.stream()
						.map((value) -> new Option(code.apply(value), words.apply(value), value.equals(chosen))))
			.toList());
	}

	/** The choice that was made, in words; null when none was. */
	@Nullable String made() {
		return this.options.stream()
			.filter((option) -> option.chosen() && !option.value().isEmpty())
			.map((option) -> this.label + ": " + option.label())
			.findFirst()
			.orElse(null);
	}

	/**
	 * One option.
	 *
	 * @param value value of the parameter
	 * @param label the option in words
	 * @param chosen whether it was chosen
	 */
	record Option(String value, String label, boolean chosen) {
	}

}
