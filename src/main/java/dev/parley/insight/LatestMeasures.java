package dev.parley.insight;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of all time as they were read last. Whoever scrapes them waits for no
 * database; when it is away the last ones stay, and their age tells. There is a reading
 * from the first moment on: a count that was missing or zero for a while after each start
 * would be taken for a reset, and counted twice.
 */
class LatestMeasures {

	private static final Logger LOG = LoggerFactory.getLogger(LatestMeasures.class);

	private final Supplier<Measures> figures;

	private final LongSupplier nanoTime;

	private volatile Reading reading;

	LatestMeasures(Supplier<Measures> figures, LongSupplier nanoTime) {
		this.figures = figures;
		this.nanoTime = nanoTime;
		this.reading = read();
	}

	/** Reads them anew. A failure is not the last word: the next reading may succeed. */
	void refresh() {
		try {
			this.reading = read();
		}
		catch (RuntimeException ex) {
			LOG.warn("The figures for the metrics could not be read; those read before stay", ex);
		}
	}

	private Reading read() {
		return new Reading(this.figures.get(), this.nanoTime.getAsLong());
	}

	Measures get() {
		return this.reading.measures();
	}

	/** Seconds since they were read. */
	double age() {
		return (double) (this.nanoTime.getAsLong() - this.reading.nanoTime()) / TimeUnit.SECONDS.toNanos(1);
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
