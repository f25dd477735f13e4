package dev.parley.insight;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import dev.parley.insight.Measures.Elapsed;
import dev.parley.insight.Measures.Flows;
import dev.parley.insight.Measures.Settled;
import dev.parley.insight.Measures.Stocks;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A scrape waits for no database. */
class LatestMeasuresTest {

	private final Deque<Measures> readings = new ArrayDeque<>(List.of(raised(1), raised(2)));

	private final AtomicLong nanoTime = new AtomicLong();

	private final LatestMeasures latest = new LatestMeasures(this.readings::remove, this.nanoTime::get);

	@Test
	void isThereFromTheFirstMomentOn() {
		this.nanoTime.set(TimeUnit.SECONDS.toNanos(20));

		assertThat(this.latest.get().casesRaised()).isOne();
		assertThat(this.latest.age()).isEqualTo(20);
	}

	@Test
	void staysAndAgesWhenTheDatabaseIsAway() {
		this.latest.refresh();
		this.nanoTime.set(TimeUnit.SECONDS.toNanos(300));

		this.latest.refresh();

		assertThat(this.latest.get().casesRaised()).isEqualTo(2);
		assertThat(this.latest.age()).isEqualTo(300);
	}

	private static Measures raised(long cases) {
		Elapsed none = new Elapsed(0, 0, null, null, null);
		return Measures.of(Period.ALL_TIME, Instant.EPOCH,
				new Flows(cases, 0, Map.of(), 0, Map.of(), new Settled(0, 0, 0, 0, 0, none),
						Arbitration.of(Map.of(), none, Map.of(), 0, Map.of(), 0, 0)),
				new Stocks(Map.of(), 0, Map.of(), Map.of(), 0, 0));
	}

}
