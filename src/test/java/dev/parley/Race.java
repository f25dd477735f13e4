package dev.parley;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import dev.parley.Apis.Outcome;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;

import static org.assertj.core.api.Assertions.assertThat;

/** Lets several do something at the same moment. */
public final class Race implements AutoCloseable {

	/** By how much one comes before the other, so that each is first at times. */
	private static final Duration STEP = Duration.ofMillis(2);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final ManagementService management;

	public Race(ManagementService management) {
		this.management = management;
	}

	/** All start at once. */
	public List<Outcome> of(List<Supplier<Outcome>> runners) {
		CyclicBarrier barrier = new CyclicBarrier(runners.size());
		List<CompletableFuture<Outcome>> running = runners.stream()
			.map((runner) -> CompletableFuture.supplyAsync(() -> afterAllHaveCome(barrier, runner), this.threads))
			.toList();
		return running.stream().map(CompletableFuture::join).toList();
	}

	/**
	 * Two start at about the same moment.
	 * @param lead how many steps the other comes before the one; negative the other way
	 * round
	 */
	public List<Outcome> of(int lead, Supplier<Outcome> one, Supplier<Outcome> other) {
		return of(List.of(later(lead, one), later(-lead, other)));
	}

	private static Supplier<Outcome> later(int steps, Supplier<Outcome> action) {
		return () -> {
			LockSupport.parkNanos(STEP.multipliedBy(steps).toNanos());
			return action.get();
		};
	}

	private static Outcome afterAllHaveCome(CyclicBarrier barrier, Supplier<Outcome> action) {
		try {
			barrier.await();
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			throw new IllegalStateException(ex);
		}
		return action.get();
	}

	/**
	 * A deadline passes. When its timer is gone meanwhile, the engine's own job executor
	 * lets it be; only the call by hand says so.
	 */
	public Outcome passes(String job) {
		try {
			this.management.executeJob(job);
			return new Outcome(204, "");
		}
		catch (ProcessEngineException ex) {
			boolean gone = String.valueOf(ex.getMessage()).contains("No job found");
			return new Outcome(gone ? 404 : 500, ex.toString());
		}
		catch (RuntimeException ex) {
			return new Outcome(500, ex.toString());
		}
	}

	/** One of them was first, and the others are told that they come too late. */
	public static void assertOneWon(List<Outcome> outcomes) {
		assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
		assertThat(outcomes).filteredOn((outcome) -> !outcome.isDone()).allSatisfy((outcome) -> {
			assertThat(outcome.status()).as(outcome.toString()).isIn(404, 409);
			assertThat(outcome.message()).isNotBlank();
		});
	}

	@Override
	public void close() {
		this.threads.shutdown();
	}

}
