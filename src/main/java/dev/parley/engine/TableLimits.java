package dev.parley.engine;

import java.util.Map;

import dev.parley.register.ExemptionLimit;
import dev.parley.register.ExemptionLimits;
import dev.parley.register.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up the decision table ExemptionLimits. */
@Component
class TableLimits implements ExemptionLimits {

	private static final String TABLE = "ExemptionLimits";

	private final DecisionTables tables;

	TableLimits(DecisionTables tables) {
		this.tables = tables;
	}

	@Override
	public ExemptionLimit now(@Nullable Level level) {
		Map<String, Number> row = this.tables.latestNumbers(TABLE,
				Map.of("level", (level != null) ? level.name() : Level.UNRATED));
		return new ExemptionLimit(number(row, "longest").intValue(), number(row, "attestation").intValue(),
				number(row, "review").intValue(), number(row, "renewals").intValue(),
				number(row, "factor").doubleValue());
	}

	private static Number number(Map<String, Number> row, String column) {
		Number number = row.get(column);
		if (number == null) {
			throw new IllegalStateException("The decision table %s has no %s".formatted(TABLE, column));
		}
		return number;
	}

}
