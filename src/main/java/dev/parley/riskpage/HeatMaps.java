package dev.parley.riskpage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.parley.register.CaseReader;
import dev.parley.register.Level;
import dev.parley.register.RiskFilter;
import dev.parley.register.Scale;
import dev.parley.register.Score;
import dev.parley.riskpage.CellLevels.Grid;
import dev.parley.riskpage.HeatMap.Cell;
import dev.parley.riskpage.HeatMap.Row;
import dev.parley.riskpage.HeatMap.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts open risks by likelihood and impact, under the other filters of the list. A risk
 * counts where its score shows to the reader.
 */
@Component
class HeatMaps {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final CellLevels levels;

	HeatMaps(JdbcClient jdbc, Clock clock, CellLevels levels) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.levels = levels;
	}

	HeatMap of(RiskFilter filter, CaseReader reader, RegisterLinks links) {
		Map<Score, Long> counts = counts(filter.withoutCell(), reader);
		Grid grid = this.levels.now();
		List<Row> rows = IntStream.rangeClosed(1, Grid.STEPS)
			.map((step) -> Grid.STEPS + 1 - step)
			.mapToObj((likelihood) -> new Row(Step.of(likelihood, Scale.LIKELIHOOD.get(likelihood - 1)),
					IntStream.rangeClosed(1, Grid.STEPS)
						.mapToObj((impact) -> cell(new Score(likelihood, impact), counts, grid, filter.cell(), links))
						.toList()))
			.toList();
		List<Step> impacts = IntStream.rangeClosed(1, Grid.STEPS)
			.mapToObj((impact) -> Step.of(impact, Scale.IMPACT.get(impact - 1)))
			.toList();
		return new HeatMap(impacts, rows, counts.values().stream().mapToLong(Long::longValue).sum(),
				words(filter.cell()), links.withCell(null));
	}

	private static Cell cell(Score score, Map<Score, Long> counts, Grid grid, @Nullable Score chosen,
			RegisterLinks links) {
		Level level = grid.of(score);
		long count = Objects.requireNonNullElse(counts.get(score), 0L);
		return new Cell(level.name(), level.label(), count, (count > 0) ? links.withCell(score) : null,
				score.equals(chosen));
	}

	private static @Nullable String words(@Nullable Score chosen) {
		return (chosen != null) ? "likelihood %d, impact %d".formatted(chosen.likelihood(), chosen.impact()) : null;
	}

	private Map<Score, Long> counts(RiskFilter filter, CaseReader reader) {
		Map<String, @Nullable Object> parameters = new HashMap<>(reader.parameters());
		parameters.putAll(filter.parameters(LocalDate.now(this.clock)));
		Map<Score, Long> counts = new HashMap<>();
		this.jdbc.sql("""
				select r.likelihood, r.impact, count(*) as risks
				  from risk r
				 where r.state = 'OPEN' and r.likelihood is not null and %s
				   and %s
				 group by r.likelihood, r.impact""".formatted(reader.readsRisk(), filter.condition(reader)))
			.params(parameters)
			.query((row) -> {
				counts.put(new Score(row.getInt("likelihood"), row.getInt("impact")), row.getLong("risks"));
			});
		return counts;
	}

}
