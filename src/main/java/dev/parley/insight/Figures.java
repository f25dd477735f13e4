package dev.parley.insight;

import java.time.Clock;
import java.time.Instant;

import dev.parley.insight.Measures.Flows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the figures, for API, metrics and page alike. All come from the database, where a
 * transaction counts once it has committed, and where every node and every restart finds
 * the same.
 */
@Component
class Figures {

	private final FlowRows flows;

	private final StockRows stocks;

	private final Clock clock;

	Figures(FlowRows flows, StockRows stocks, Clock clock) {
		this.flows = flows;
		this.stocks = stocks;
		this.clock = clock;
	}

	/** The figures of a period, all as of one moment. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Measures of(Period period) {
		Instant now = Instant.now(this.clock);
		Flows happened = this.flows.between(period.begin(this.clock.getZone()), period.end(this.clock.getZone()));
		return Measures.of(period, now, happened, this.stocks.at(now));
	}

}
