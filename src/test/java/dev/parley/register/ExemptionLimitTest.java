package dev.parley.register;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExemptionLimitTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@ParameterizedTest
	@CsvSource({ "548, 0.75, 0, 548", "548, 0.75, 1, 411", "548, 0.75, 2, 308", "548, 0.75, 3, 231", "183, 0.5, 1, 91",
			"183, 0.5, 2, 45", "100, 0.29, 1, 29", "100, 1, 7, 100", "100, 0.1, 2, 1", "10, 0.1, 5, 1", "1, 0.5, 0, 1",
			"9999, 1, 0, 9999" })
	void isShorterByTheFactorEachTimeButADayAtLeast(int longest, double factor, int renewal, int days) {
		ExemptionLimit limit = new ExemptionLimit(longest, 30, 30, 3, factor);

		assertThat(limit.latestEnd(TODAY, renewal)).isEqualTo(TODAY.plusDays(days));
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, true", "0, 1, false", "3, 3, true", "3, 4, false" })
	void allowsAsManyRenewalsAsItSays(int renewals, int renewal, boolean allowed) {
		assertThat(new ExemptionLimit(100, 30, 30, renewals, 0.5).allows(renewal)).isEqualTo(allowed);
	}

	@ParameterizedTest
	@CsvSource({ "REQUESTED, IN_FORCE REFUSED CLOSED", "IN_FORCE, SUSPENDED RENEWED EXPIRED REVOKED CLOSED",
			"SUSPENDED, IN_FORCE RENEWED EXPIRED REVOKED CLOSED" })
	void letsAnExemptionBecomeWhatFollows(ExemptionState state, String next) {
		for (ExemptionState other : ExemptionState.values()) {
			if (other != state) {
				assertThat(state.mayBecome(other)).as(other.name()).isEqualTo(next.contains(other.name()));
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "RENEWED", "EXPIRED", "REVOKED", "REFUSED", "CLOSED" })
	void leavesWhatHasEndedAsItIs(ExemptionState ended) {
		assertThat(ExemptionState.values()).noneMatch(ended::mayBecome);
		assertThat(ended.isLive()).isFalse();
	}

}
