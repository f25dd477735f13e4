package dev.parley.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.parley.database.StartUp;
import dev.parley.demo.Script.PlayedCase;
import dev.parley.demo.Script.Step;
import dev.parley.engine.CasePlay;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Plays cases at the first start of the profile demo, so that every state can be seen:
 * before the web server answers and jobs run, wholly or not at all.
 */
@Component
@Profile("demo")
class DemoCases implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);

	/** Between two steps of a case. */
	private static final Duration PAUSE = Duration.ofMinutes(7);

	private static final Pattern LATER = Pattern.compile("\\+(\\d+)d\\b");

	private final DemoCasesProperties properties;

	private final StartUp startUp;

	private final CasePlay play;

	private final DemoActs acts;

	private final JdbcClient jdbc;

	private final Clock clock;

	DemoCases(DemoCasesProperties properties, StartUp startUp, CasePlay play, DemoActs acts, JdbcClient jdbc,
			Clock clock) {
		this.properties = properties;
		this.startUp = startUp;
		this.play = play;
		this.acts = acts;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void start() {
		if (this.properties.cases()) {
			this.startUp.run(this::playUnlessPlayed);
		}
	}

	private void playUnlessPlayed() {
		if (isAnyCaseThere()) {
			return;
		}
		List<PlayedCase> cases = Script.read().cases();
		Map<String, String> named = new HashMap<>();
		try {
			cases.forEach((played) -> play(played, named));
		}
		finally {
			this.play.goBack(Duration.ZERO);
		}
		LOG.info("Demo: what demo/cases.yaml says is played");
	}

	private boolean isAnyCaseThere() {
		return this.jdbc.sql("select exists (select 1 from risk_case)").query(Boolean.class).single();
	}

	/**
	 * Plays a case.
	 * @param named ids of the cases that have names
	 */
	private void play(PlayedCase played, Map<String, String> named) {
		if (played.catalog() != null) {
			this.play.goBack(Duration.ofDays(played.catalog().day()).plus(PAUSE));
			this.acts.importCatalog(played.catalog());
			return;
		}
		int steps = played.steps().size();
		String caseId = caseOf(played, steps + 1, named);
		if (played.name() != null) {
			named.put(played.name(), caseId);
		}
		for (int number = 0; number < steps; number++) {
			Step step = played.steps().get(number);
			goBack(step, steps - number);
			play(caseId, step);
		}
	}

	private String caseOf(PlayedCase played, int stepsToCome, Map<String, String> named) {
		if (played.follows() != null) {
			return this.acts.openedAfter(Objects.requireNonNull(named.get(played.follows()), played.follows()));
		}
		Step raised = played.raise();
		if (raised == null) {
			return this.acts.openedByImport(String.valueOf(played.asset()));
		}
		goBack(raised, stepsToCome);
		return this.play.raise(raised.requireBy(), answers(raised));
	}

	private void goBack(Step step, int stepsToCome) {
		this.play.goBack(Duration.ofDays(step.day()).plus(PAUSE.multipliedBy(stepsToCome)));
	}

	private void play(String caseId, Step step) {
		switch (step.act()) {
			case FORM -> this.play.complete(step.requireBy(), caseId, step.requireForm(), answers(step));
			case DEADLINE_PASSES -> this.play.letTimePass(caseId, step.requireForm());
			case DAY_COMES -> this.play.letDayCome(caseId, step.requireEvent());
			case WITHDRAWAL -> this.acts.withdraw(caseId, answers(step), step.requireBy());
			case RESTATEMENT -> this.acts.restate(caseId, answers(step), step.requireBy());
			case REVOCATION -> this.acts.revoke(caseId, answers(step), step.requireBy());
			case RISK_GONE -> this.acts.close(caseId, answers(step), step.requireBy());
		}
	}

	/** Answers as people give them, with the days that are meant by {@code +90d}. */
	private Map<String, @Nullable Object> answers(Step step) {
		Map<String, @Nullable Object> answers = new HashMap<>(step.answers());
		answers.replaceAll(
				(key, value) -> (value instanceof String text) ? LATER.matcher(text).replaceAll(this::day) : value);
		return answers;
	}

	private String day(MatchResult later) {
		return LocalDate.now(this.clock).plusDays(Long.parseLong(later.group(1))).toString();
	}

	@Override
	public void stop() {
	}

	@Override
	public boolean isRunning() {
		return false;
	}

	/** Before the web server and all else that begins late. */
	@Override
	public int getPhase() {
		return 0;
	}

}
