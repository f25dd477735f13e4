package dev.parley.register;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

/**
 * Words that a risk is looked for by: all of them, in whatever order and case, each as
 * the beginning of a word of its title or scenario. An id of a risk stands for itself.
 *
 * @param text what was entered
 * @param query the same as a query of PostgreSQL, without anything that has a meaning
 * there
 */
public record RiskWords(String text, String query) {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

	/**
	 * Holds of the risk {@code r}. The risks are found by the index {@code risk_words}
	 * first, since PostgreSQL cannot know how many a word has.
	 */
	static final String MATCHES = """
			r.risk_id = any(array(
			        select w.risk_id from risk w
			         where w.risk_id = upper(:words)
			            or search_words(w.title || ' ' || w.scenario) @@ to_tsquery('simple', :wordQuery)))""";

	static @Nullable RiskWords read(Submission parameters) {
		String text = parameters.optionalText("q", "Words", Submission.LINE);
		if (text == null) {
			return null;
		}
		String query = WORD.matcher(text)
			.results()
			.map(MatchResult::group)
			.map("'%s':*"::formatted)
			.collect(Collectors.joining(" & "));
		if (query.isEmpty()) {
			parameters.refuse("Words (q) is \"%s\", in which there is no word to look for. Enter a letter or a digit."
				.formatted(text));
		}
		return new RiskWords(text, query);
	}

}
