package dev.parley.api;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items what is on it
 * @param next where the next page is, or null on the last one
 */
public record Listed<T>(List<T> items, @Nullable String next) {

	/**
	 * Makes a page.
	 * @param found one more than fit on the page, if there are more
	 * @param query what was asked for
	 * @param key the key of an item, after which the next page begins
	 */
	public static <T> Listed<T> of(List<T> found, ListQuery query, Function<T, String> key) {
		List<T> page = found.subList(0, Math.min(query.limit(), found.size()));
		boolean more = found.size() > query.limit();
		return new Listed<>(List.copyOf(page), more ? query.after(key.apply(page.get(page.size() - 1))) : null);
	}

}
