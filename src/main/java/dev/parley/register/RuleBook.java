package dev.parley.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

/**
 * What the tables RiskAppetite and RiskLevel of a deployment say, in full. A deployment
 * never changes, so each is read once.
 */
@Component
class RuleBook {

	private final AppetiteTable appetites;

	private final RiskRating levels;

	private final Map<String, List<Row>> appetitesRead = new ConcurrentHashMap<>();

	private final Map<String, List<Cell>> levelsRead = new ConcurrentHashMap<>();

	RuleBook(AppetiteTable appetites, RiskRating levels) {
		this.appetites = appetites;
		this.levels = levels;
	}

	/** The appetite for each class and category; without those that have none. */
	List<Row> appetites(String models) {
		return read(this.appetitesRead, models, this::readAppetites);
	}

	/** The level of each likelihood and impact. */
	List<Cell> levels(String models) {
		return read(this.levelsRead, models, this::readLevels);
	}

	/** The engine is asked outside of the map, which a query in it would hold up. */
	private static <E> List<E> read(Map<String, List<E>> known, String models, Function<String, List<E>> table) {
		List<E> rows = known.get(models);
		if (rows == null) {
			rows = table.apply(models);
			known.put(models, rows);
		}
		return rows;
	}

	private List<Row> readAppetites(String models) {
		List<Row> rows = new ArrayList<>();
		for (AssetClass assetClass : AssetClass.values()) {
			Arrays.stream(Category.values())
				.forEach((category) -> this.appetites.of(assetClass, category, models)
					.ifPresent((appetite) -> rows.add(new Row(assetClass, category, appetite))));
		}
		return rows;
	}

	private List<Cell> readLevels(String models) {
		return IntStream.rangeClosed(1, 5)
			.boxed()
			.flatMap((likelihood) -> IntStream.rangeClosed(1, 5).mapToObj((impact) -> new Score(likelihood, impact)))
			.map((score) -> new Cell(score, this.levels.levelOf(score, models)))
			.toList();
	}

	/**
	 * A row of RiskAppetite.
	 *
	 * @param assetClass the class of the asset
	 * @param category the category of the risk
	 * @param appetite what that risk is measured against
	 */
	record Row(AssetClass assetClass, Category category, Appetite appetite) {
	}

	/**
	 * A row of RiskLevel.
	 *
	 * @param score likelihood and impact
	 * @param level the level that they make
	 */
	record Cell(Score score, Level level) {
	}

}
