package dev.parley.engine;

import java.util.Map;
import java.util.Optional;

import dev.parley.register.Appetite;
import dev.parley.register.AppetiteTable;
import dev.parley.register.AssetClass;
import dev.parley.register.Category;
import dev.parley.register.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up the decision table RiskAppetite. */
@Component
class TableAppetite implements AppetiteTable {

	private final DecisionTables tables;

	TableAppetite(DecisionTables tables) {
		this.tables = tables;
	}

	@Override
	public Optional<Appetite> of(AssetClass assetClass, Category category, String models) {
		return this.tables
			.find(models, "RiskAppetite", Map.of("assetClass", assetClass.name(), "category", category.name()))
			.flatMap(TableAppetite::appetite);
	}

	/** The appetite that a row gives; empty where it gives none that rises. */
	static Optional<Appetite> appetite(Map<String, ? extends @Nullable Object> row) {
		if (!(row.get("appetite") instanceof Number appetite && row.get("tolerance") instanceof Number tolerance
				&& row.get("capacity") instanceof Number capacity)) {
			return Optional.empty();
		}
		Level wanted = Level.ofRank(appetite.intValue());
		Level borne = Level.ofRank(tolerance.intValue());
		Level most = Level.ofRank(capacity.intValue());
		return Appetite.rises(wanted, borne, most) ? Optional.of(new Appetite(wanted, borne, most)) : Optional.empty();
	}

}
