package dev.parley.arbitration;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import dev.parley.database.StartUp;
import dev.parley.engine.CasePlay;
import dev.parley.submission.DutyRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The committee of the profile demo: once its users are there, and before cases are
 * played or jobs run. Where somebody has proposed another one, it stays.
 */
@Component
@Profile("demo")
class DemoCommittee implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(DemoCommittee.class);

	private static final List<String> FUNCTIONS = List.of("Legal", "Finance", "Operations", "Compliance",
			"Human resources", "Operations", "Finance");

	private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

	private static final LocalDate TO = LocalDate.of(2030, 12, 31);

	/** Before the first of the cases that are played. */
	private static final Duration AGO = Duration.ofDays(60);

	private final StartUp startUp;

	private final CasePlay play;

	private final Compositions compositions;

	DemoCommittee(StartUp startUp, CasePlay play, Compositions compositions) {
		this.startUp = startUp;
		this.play = play;
		this.compositions = compositions;
	}

	@Override
	public void start() {
		this.play.goBack(AGO);
		try {
			this.startUp.run(this::ensure);
		}
		catch (CompositionRefused | DutyRefused ex) {
			LOG.warn("Demo: there is no committee: {}", ex.getMessage());
		}
		finally {
			this.play.goBack(Duration.ZERO);
		}
	}

	private void ensure() {
		if (this.compositions.history(1).isEmpty()) {
			List<CommitteeSeat> seats = IntStream.rangeClosed(1, FUNCTIONS.size())
				.mapToObj((number) -> new CommitteeSeat("member" + number, FUNCTIONS.get(number - 1), FROM, TO))
				.toList();
			Composition proposed = this.compositions.propose(new CompositionDraft("chair", "member7", seats), "chair");
			this.compositions.endorse(proposed.number(), "sponsor");
		}
	}

	@Override
	public void stop() {
	}

	@Override
	public boolean isRunning() {
		return false;
	}

	/** After all that beans set up themselves, before the demo's cases. */
	@Override
	public int getPhase() {
		return -1;
	}

}
