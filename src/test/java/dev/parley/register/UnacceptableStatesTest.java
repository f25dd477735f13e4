package dev.parley.register;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever happens to a risk, in whatever order, it is in the one state that the contract
 * says, and nothing goes a way that it must not go. The verbs of the register work on a
 * real PostgreSQL; each life is rolled back at its end.
 */
class UnacceptableStatesTest {

	private static final int LIVES = 1000;

	private static final TestClock CLOCK = new TestClock();

	/** What may become of a state while nobody does anything. */
	private static final Map<Optional<UnacceptableState>, Set<Optional<UnacceptableState>>> TIME_ALONE = Map.of(
			Optional.empty(), Set.of(Optional.empty()), Optional.of(UnacceptableState.EXEMPTION_IN_FORCE),
			Set.of(Optional.of(UnacceptableState.EXEMPTION_IN_FORCE), Optional.of(UnacceptableState.EXEMPTION_EXPIRED)),
			Optional.of(UnacceptableState.EXEMPTION_EXPIRED), Set.of(Optional.of(UnacceptableState.EXEMPTION_EXPIRED)),
			Optional.of(UnacceptableState.ACCEPTED_ABOVE_TOLERANCE),
			Set.of(Optional.of(UnacceptableState.ACCEPTED_ABOVE_TOLERANCE), Optional.of(UnacceptableState.NO_DECISION)),
			Optional.of(UnacceptableState.IN_TREATMENT), Set.of(Optional.of(UnacceptableState.IN_TREATMENT)),
			Optional.of(UnacceptableState.NO_DECISION),
			Set.of(Optional.of(UnacceptableState.NO_DECISION), Optional.of(UnacceptableState.EXEMPTION_EXPIRED)));

	private static RegisterAlone register;

	@BeforeContainer
	static void begin() {
		register = RegisterAlone.start(CLOCK);
	}

	@AfterContainer
	static void end() {
		register.close();
	}

	@Property(tries = LIVES, edgeCases = EdgeCasesMode.NONE)
	@StatisticsReport(StatisticsReportMode.OFF)
	void leavesARiskInTheOneStateThatTheContractSays(@ForAll("lives") List<Integer> chances) {
		register.rolledBack(() -> live(chances));
		Statistics.coverage((seen) -> EnumSet.allOf(UnacceptableState.class)
			.forEach((state) -> seen.check(state).count((times) -> times > 0)));
	}

	@Provide
	Arbitrary<List<Integer>> lives() {
		return Arbitraries.integers().withDistribution(RandomDistribution.uniform()).list().ofMinSize(5).ofMaxSize(30);
	}

	private static void live(List<Integer> chances) {
		LegalSteps steps = new LegalSteps(jdbc());
		steps.begin();
		Life life = new Life(register.beans(), CLOCK);
		life.begin();
		Optional<UnacceptableState> before = check(life, steps, "raised");
		for (int chance : chances) {
			String step = life.step(chance);
			Optional<UnacceptableState> now = check(life, steps, step);
			if (step.startsWith(Life.TIME)) {
				assertThat(TIME_ALONE.get(before)).as("%s: %s", life.history(), before).contains(now);
			}
			before = now;
		}
	}

	private static Optional<UnacceptableState> check(Life life, LegalSteps steps, String step) {
		steps.check(step);
		List<UnacceptableState> found = jdbc().sql("select state from unacceptable_risks(?) where risk_id = ?")
			.params(CLOCK.today(), life.riskId())
			.query((row, number) -> UnacceptableState.valueOf(row.getString("state")))
			.list();
		Optional<UnacceptableState> expected = life.oracle.state(CLOCK.today());
		assertThat(found).as("%s", life.history()).isEqualTo(expected.stream().toList());
		if (life.oracle.rated) {
			assertThat(register.bean(RiskRatings.class).bandOf(life.riskId())).as("%s", life.history())
				.isEqualTo(life.oracle.band());
		}
		assertThat(jdbc().sql("""
				select count(*) from exemption where state in ('IN_FORCE', 'SUSPENDED')
				union all
				select count(*) from decision where state = 'IN_FORCE'""").query(Long.class).list())
			.as("%s", life.history())
			.containsExactly(life.oracle.live().stream().count(), life.oracle.inForce().stream().count());
		expected.ifPresent(Statistics::collect);
		return expected;
	}

	@Example
	void putsEveryLevelInTheSameBandInSqlAsInJava() {
		for (Level appetite : Level.values()) {
			for (Level tolerance : Level.values()) {
				for (Level capacity : Level.values()) {
					if (Appetite.rises(appetite, tolerance, capacity)) {
						compareBands(new Appetite(appetite, tolerance, capacity));
					}
				}
			}
		}
	}

	private static void compareBands(Appetite appetite) {
		for (int rank = 0; rank <= Level.values().length; rank++) {
			Level level = (rank > 0) ? Level.ofRank(rank) : null;
			Assessment.Levels stated = (level != null) ? new Assessment.Levels(level, level) : null;
			assertThat(band(level, appetite, true)).isEqualTo(new Assessment(stated, null, appetite).band());
			if (stated != null) {
				assertThat(band(level, appetite, false)).isEqualTo(new Assessment(null, stated, appetite).band());
			}
			assertThat(band(level, appetite, false)).isEqualTo(appetite.bandOf(level));
		}
	}

	private static Band band(Level level, Appetite appetite, boolean securityMissing) {
		return Band.valueOf(jdbc().sql("select band_of(cast(? as integer), ?, ?, ?, ?)")
			.params(Arrays.asList((level != null) ? level.rank() : null, appetite.appetite().rank(),
					appetite.tolerance().rank(), appetite.capacity().rank(), securityMissing))
			.query(String.class)
			.single());
	}

	private static JdbcClient jdbc() {
		return register.bean(JdbcClient.class);
	}

}
