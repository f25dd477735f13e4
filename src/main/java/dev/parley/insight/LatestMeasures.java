package dev.parley.insight;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of all time as they were read last. Whoever scrapes them waits for no
 * database; when it is away the last ones stay, and their age tells.
 */
class LatestMeasures {

	private static final Logger LOG = LoggerFactory.getLogger(LatestMeasures.class);

	private final Supplier<Measures> figures;

	private final LongSupplier nanoTime;

	private volatile @Nullable Reading reading;

	LatestMeasures(Supplier<Measures> figures, LongSupplier nanoTime) {
		this.figures = figures;
		this.nanoTime = nanoTime;
	}

	/** Reads them anew. A failure is not the last word: the next reading may succeed. */
	void refresh() {
		try {
			this.reading = new Reading(this.figures.get(), this.nanoTime.getAsLong());
		}
		catch (RuntimeException ex) {
			LOG.warn("The figures for the metrics could not be read; those read before stay", ex);
		}
	}

	/** One of them; not a number before the first reading. */
	double value(ToDoubleFunction<Measures> figure) {
		Reading last = this.reading;
		return (last != null) ? figure.applyAsDouble(last.measures()) : Double.NaN;
	}

	/** Seconds since they were read; not a number before the first reading. */
	double age() {
		Reading last = this.reading;
		return (last != null) ? (double) (this.nanoTime.getAsLong() - last.nanoTime()) / TimeUnit.SECONDS.toNanos(1)
				: Double.NaN;
	}

	/**
	 * A reading.
	 *
	 * @param measures what was read
	 * @param nanoTime when
	 */
	private record Reading(Measures measures, long nanoTime) {
	}

}
