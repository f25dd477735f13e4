package dev.parley.riskpage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.api.Listed;
import dev.parley.identity.Office;
import dev.parley.register.Asset;
import dev.parley.register.Assets;
import dev.parley.register.Band;
import dev.parley.register.Category;
import dev.parley.register.Level;
import dev.parley.register.OutdatingCause;
import dev.parley.register.RiskFilter;
import dev.parley.register.RiskState;
import dev.parley.register.Score;
import dev.parley.register.UnacceptableState;
import dev.parley.riskpage.ListedRisk.ListedExemption;
import dev.parley.riskpage.ListedRisk.NamedAsset;
import dev.parley.riskpage.ListedRisk.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the list of the register and its filters in words. */
@Component
class RegisterPage {

	private static final List<Integer> SOON = List.of(30, 60, 90);

	private final Assets assets;

	private final Days days;

	RegisterPage(Assets assets, Days days) {
		this.assets = assets;
		this.days = days;
	}

	/** What the list is narrowed by. */
	Filters filters(RiskFilter filter, RiskSort sort) {
		List<Choice> choices = new ArrayList<>();
		choices.add(Choice.among("state", "State", RiskState.class, RiskState::label, filter.state()));
		choices.add(Choice.among("unacceptableState", "Above tolerance", UnacceptableState.class,
				UnacceptableState::label, filter.unacceptableState()));
		choices.add(Choice.among("level", "Level", Level.class, Level::label, filter.level()));
		choices.add(Choice.among("band", "Band", Band.class, Band::label, filter.band()));
		choices.add(Choice.among("category", "Category", Category.class, Category::label, filter.category()));
		choices.add(asset(filter));
		choices.add(Choice.among("owner", "Owner", RiskFilter.owners(), Office::group, Office::label, filter.owner()));
		choices.add(expiring(filter));
		choices.add(new Choice("outdated", "Decision", List.of(new Choice.Option("", "All", !filter.outdated()),
				new Choice.Option("true", "Outdated", filter.outdated()))));
		choices.add(new Choice("sort", "Order",
				Arrays.stream(RiskSort.values())
					.map((order) -> new Choice.Option(order.name(), order.label(), order == sort))
					.toList()));
		return new Filters(Objects.requireNonNullElse(filter.text(), ""), choices, filter.cell());
	}

	private Choice asset(RiskFilter filter) {
		List<Asset> all = this.assets.all();
		Asset chosen = all.stream().filter((asset) -> asset.id().equals(filter.assetId())).findFirst().orElse(null);
		return Choice.among("assetId", "Asset", all, Asset::id, Asset::name, chosen);
	}

	private static Choice expiring(RiskFilter filter) {
		List<Integer> offered = Stream.concat(SOON.stream(), Stream.ofNullable(filter.expiring()))
			.distinct()
			.sorted()
			.toList();
		return Choice.among("expiring", "Ends or is reviewed", offered, String::valueOf,
				(within) -> "Within %d days".formatted(within), filter.expiring());
	}

	List<Row> rows(Listed<ListedRisk> found) {
		return found.items().stream().map(this::row).toList();
	}

	private Row row(ListedRisk risk) {
		Level level = risk.level();
		Band band = risk.band();
		UnacceptableState unacceptable = risk.unacceptableState();
		NamedAsset asset = risk.asset();
		Terms terms = risk.terms();
		return new Row(risk.riskId(), risk.title(), risk.category().label(), risk.state().name(), risk.state().label(),
				(asset != null) ? asset.name() : null, (asset != null) ? asset.owner() : null,
				(level != null) ? level.name() : null, (level != null) ? level.label() : null,
				(band != null) ? band.label() : null, (unacceptable != null) ? unacceptable.name() : null,
				(unacceptable != null) ? unacceptable.label() : null, (terms != null) ? treatment(terms) : null,
				(terms != null) ? until(terms) : null, outdated(risk.outdated()));
	}

	private static String treatment(Terms terms) {
		ListedExemption exemption = terms.exemption();
		return (exemption != null) ? "%s, %s".formatted(terms.treatment().label(), lower(exemption.state().label()))
				: terms.treatment().label();
	}

	private String until(Terms terms) {
		ListedExemption exemption = terms.exemption();
		return (exemption != null) ? "Last day " + this.days.day(exemption.endsOn())
				: "Review " + this.days.day(terms.reviewOn());
	}

	/** What has changed, in words; null for nothing. */
	static @Nullable String outdated(List<OutdatingCause> causes) {
		return causes.isEmpty() ? null
				: causes.stream().map((cause) -> lower(cause.label())).collect(Collectors.joining(", "));
	}

	/** How many risks there are, in words. */
	static String total(long count) {
		if (count > RegisterRows.COUNTED) {
			return String.format(Locale.ENGLISH, "More than %,d risks", RegisterRows.COUNTED);
		}
		return String.format(Locale.ENGLISH, "%,d %s", count, (count == 1) ? "risk" : "risks");
	}

	private static String lower(String label) {
		return label.toLowerCase(Locale.ENGLISH);
	}

	/**
	 * What the list is narrowed by.
	 *
	 * @param words the words that were looked for
	 * @param choices the other filters, and the order
	 * @param cell the chosen cell of the heat map, or null
	 */
	record Filters(String words, List<Choice> choices, @Nullable Score cell) {

		/** All that was asked for, for those who read the page on paper. */
		public String criteria() {
			return Stream
				.concat(Stream.concat(this.words.isEmpty() ? Stream.empty() : Stream.of("Words: " + this.words),
						this.choices.stream().map(Choice::made).flatMap(Stream::ofNullable)),
						Stream.ofNullable(this.cell)
							.map((score) -> "Likelihood: %d; Impact: %d".formatted(score.likelihood(), score.impact())))
				.collect(Collectors.joining("; "));
		}

	}

	/**
	 * What the page shows.
	 *
	 * @param filters what the list is narrowed by
	 * @param narrowed whether anything was filtered out
	 * @param first whether it is the first page
	 * @param total how many risks there are, in words
	 * @param heat the heat map, or null where no score shows to the reader
	 * @param rows the risks
	 * @param next where the next page is, or null
	 * @param links where else to go
	 */
	record View(Filters filters, boolean narrowed, boolean first, String total, @Nullable HeatMap heat, List<Row> rows,
			@Nullable String next, RegisterLinks links) {
	}

	/**
	 * A risk.
	 *
	 * @param riskId risk id
	 * @param title what it is called
	 * @param category what it concerns
	 * @param stateCode where it stands
	 * @param stateLabel the same in words
	 * @param asset its asset, or null
	 * @param owner the office that decides, or null
	 * @param levelCode its level, or null
	 * @param levelLabel that level in words, or null
	 * @param band the band, or null
	 * @param unacceptableCode why it is above tolerance, or null
	 * @param unacceptable the same in words, or null
	 * @param treatment what is done about it, or null
	 * @param until until when, or null
	 * @param outdated what has changed since, or null
	 */
	record Row(String riskId, String title, String category, String stateCode, String stateLabel,
			@Nullable String asset, @Nullable String owner, @Nullable String levelCode, @Nullable String levelLabel,
			@Nullable String band, @Nullable String unacceptableCode, @Nullable String unacceptable,
			@Nullable String treatment, @Nullable String until, @Nullable String outdated) {
	}

}
