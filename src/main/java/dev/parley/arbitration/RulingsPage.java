package dev.parley.arbitration;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.api.Listed;
import dev.parley.arbitration.PastRuling.Votes;
import dev.parley.arbitration.Ruling.Outcome;
import dev.parley.arbitration.RulingFilter.Sort;
import dev.parley.register.AssetClass;
import dev.parley.register.Category;
import dev.parley.register.Level;
import dev.parley.register.Referral.Authority;
import dev.parley.register.Referral.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Puts past rulings and their filters in words. */
@Component
class RulingsPage {

	private final PageTimes times;

	RulingsPage(PageTimes times) {
		this.times = times;
	}

	View of(RulingFilter filter, Listed<PastRuling> found, boolean first) {
		List<Filter> filters = filters(filter);
		return new View(filters, criteria(filters, filter.words()), Objects.requireNonNullElse(filter.words(), ""),
				filter.narrows(), first, found.items().stream().map(this::row).toList(), found.next(),
				(filter.sort() == Sort.NEWEST) ? "Older rulings" : "Newer rulings");
	}

	/** What was asked for, for those who read the page on paper. */
	private static String criteria(List<Filter> filters, @Nullable String words) {
		Stream<String> chosen = filters.stream()
			.flatMap((filter) -> filter.options()
				.stream()
				.filter((option) -> option.chosen() && !option.value().isEmpty())
				.map((option) -> filter.label() + ": " + option.label()));
		Stream<String> sought = (words != null) ? Stream.of("Words: " + words) : Stream.of();
		return Stream.concat(sought, chosen).collect(Collectors.joining("; "));
	}

	private static List<Filter> filters(RulingFilter filter) {
		return List.of(Filter.of("category", "Category", "All", Category.values(), Category::label, filter.category()),
				Filter.of("level", "Level at the time", "All", Level.values(), Level::label, filter.level()),
				Filter.of("outcome", "Outcome", "All", Outcome.values(), Outcome::label, filter.outcome()),
				Filter.of("ruledBy", "Ruled by", "All", Authority.values(), RulingsPage::label, filter.ruledBy()),
				Filter.of("reason", "Handed up because", "All", Reason.values(), Reason::label, filter.reason()),
				Filter.of("sort", "Order", null, Sort.values(), Sort::label, filter.sort()));
	}

	private Row row(PastRuling ruling) {
		Level level = ruling.level();
		AssetClass assetClass = ruling.assetClass();
		return new Row(ruling.caseId(), ruling.title(), this.times.day(ruling.givenAt()), ruling.category().label(),
				(level != null) ? level.name() : null, (level != null) ? level.label() : null,
				(assetClass != null) ? assetClass.label() : null, ruling.reason().label(), label(ruling.ruledBy()),
				ruling.outcome().label(), ruling.state().name(), ruling.state().label(), votes(ruling.votes()),
				conditions(ruling.conditions()), ruling.dissent());
	}

	private static @Nullable String votes(@Nullable Votes votes) {
		if (votes == null) {
			return null;
		}
		String count = votes.inFavour() + " : " + votes.against();
		return (votes.abstained() > 0) ? count + ", " + votes.abstained() + " abstained" : count;
	}

	private static @Nullable String conditions(long count) {
		if (count == 0) {
			return null;
		}
		return count + ((count == 1) ? " condition" : " conditions");
	}

	private static String label(Authority authority) {
		return StringUtils.capitalize(authority.label());
	}

	/**
	 * What the page shows.
	 *
	 * @param filters the filters to choose from
	 * @param criteria all that was asked for, in words
	 * @param words the words that were looked for
	 * @param narrowed whether anything was filtered out
	 * @param first whether it is the first page
	 * @param rows the rulings
	 * @param next where the next page is, or null
	 * @param nextLabel what the next page has
	 */
	record View(List<Filter> filters, String criteria, String words, boolean narrowed, boolean first, List<Row> rows,
			@Nullable String next, String nextLabel) {
	}

	/**
	 * A choice that narrows the list.
	 *
	 * @param name name of its parameter
	 * @param label its name in words
	 * @param options what to choose from
	 */
	record Filter(String name, String label, List<Option> options) {

		static <E extends Enum<E>> Filter of(String name, String label, @Nullable String all, E[] values,
				Function<E, String> words, @Nullable E chosen) {
			List<Option> options = Arrays.stream(values)
				.map((value) -> new Option(value.name(), words.apply(value), value == chosen))
				.toList();
			return new Filter(name, label, (all == null) ? options
					: Stream.concat(Stream.of(new Option("", all, chosen == null)), options.stream()).toList());
		}

	}

	/**
	 * One choice.
	 *
	 * @param value value of the parameter
	 * @param label the choice in words
	 * @param chosen whether it was made
	 */
	record Option(String value, String label, boolean chosen) {
	}

	/**
	 * A ruling.
	 *
	 * @param caseId the case
	 * @param title what was at risk
	 * @param givenOn the day it was given
	 * @param category what it concerned
	 * @param levelCode level at the time, or null
	 * @param levelLabel that level in words
	 * @param assetClass whom the asset belongs to
	 * @param reason why the case was handed up
	 * @param ruledBy who ruled
	 * @param outcome what was ruled
	 * @param stateCode what became of it
	 * @param stateLabel the same in words
	 * @param votes how the committee voted, or null
	 * @param conditions how many conditions, or null for none
	 * @param dissent whether an objection was overruled
	 */
	record Row(String caseId, String title, String givenOn, String category, @Nullable String levelCode,
			@Nullable String levelLabel, @Nullable String assetClass, String reason, String ruledBy, String outcome,
			String stateCode, String stateLabel, @Nullable String votes, @Nullable String conditions, boolean dissent) {
	}

}
