package dev.parley.arbitration;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import dev.parley.arbitration.Ruling.Outcome;
import dev.parley.register.Category;
import dev.parley.register.Level;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;
import dev.parley.submission.Submission;
import org.jspecify.annotations.Nullable;

/**
 * Which past rulings are asked for; null asks for all.
 *
 * @param category what the risk concerned
 * @param level its level at the time
 * @param outcome what was ruled
 * @param ruledBy who ruled
 * @param reason why the case was handed up
 * @param words words as in a web search: all of them, in whatever order and form, a
 * phrase in quotes, without those after a minus
 * @param sort which come first
 */
record RulingFilter(@Nullable Category category, @Nullable Level level, @Nullable Outcome outcome,
		@Nullable Authority ruledBy, @Nullable Reason reason, @Nullable String words, Sort sort) {

	static final RulingFilter NONE = new RulingFilter(null, null, null, null, null, null, Sort.NEWEST);

	/**
	 * The condition in SQL on the ruling {@code g}, its referral {@code f} and its case
	 * {@code c}. Words are found by their stem, so that "outages" finds "outage": people
	 * who look for a precedent know what it was about, and not how it was put. The search
	 * of PostgreSQL takes every input, so that none has to be escaped.
	 */
	static final String MATCHES = """
			(cast(:category as text) is null or c.category = :category)
			   and (cast(:level as integer) is null or c.level = :level)
			   and (cast(:outcome as text) is null or g.outcome = :outcome)
			   and (cast(:ruledBy as text) is null or g.ruled_by = :ruledBy)
			   and (cast(:reason as text) is null or f.reason = :reason)
			   and (cast(:words as text) is null
			        or to_tsvector('english', concat_ws(' ', c.title, c.scenario, g.reasons,
			               (select string_agg(b.comment, ' ') from ballot b
			                 where b.case_id = g.case_id and b.referral = g.referral)))
			           @@ websearch_to_tsquery('english', :words))
			""";

	static RulingFilter read(Submission parameters) {
		RulingFilter filter = new RulingFilter(parameters.optionalChoice("category", "Category", Category.class),
				parameters.optionalChoice("level", "Level", Level.class),
				parameters.optionalChoice("outcome", "Outcome", Outcome.class),
				parameters.optionalChoice("ruledBy", "Ruled by", Authority.class),
				parameters.optionalChoice("reason", "Reason", Reason.class),
				parameters.optionalText("q", "Words", Submission.LINE),
				Objects.requireNonNullElse(parameters.optionalChoice("sort", "Order", Sort.class), Sort.NEWEST));
		parameters.close();
		return filter;
	}

	/** Whether it leaves anything out. */
	boolean narrows() {
		return this.category != null || this.level != null || this.outcome != null || this.ruledBy != null
				|| this.reason != null || this.words != null;
	}

	Map<String, @Nullable Object> parameters() {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("category", name(this.category));
		parameters.put("level", (this.level != null) ? this.level.rank() : null);
		parameters.put("outcome", name(this.outcome));
		parameters.put("ruledBy", name(this.ruledBy));
		parameters.put("reason", name(this.reason));
		parameters.put("words", this.words);
		return parameters;
	}

	private static @Nullable String name(@Nullable Enum<?> constant) {
		return (constant != null) ? constant.name() : null;
	}

	/** Which rulings come first. */
	enum Sort {

		NEWEST("Newest first"), OLDEST("Oldest first");

		private final String label;

		Sort(String label) {
			this.label = label;
		}

		String label() {
			return this.label;
		}

	}

}
