package dev.parley.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.parley.register.Exemption.Days;
import dev.parley.register.Exemption.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExemptionTest {

	private static final LocalDate TODAY = LocalDate.parse("2026-12-24");

	@ParameterizedTest
	@CsvSource({ "IN_FORCE, 2026-12-25, true", "SUSPENDED, 2027-03-31, true", "IN_FORCE, 2026-12-24, false",
			"SUSPENDED, 2026-12-01, false", "IN_FORCE, 2027-04-01, false", "IN_FORCE, , false",
			"EXPIRED, 2026-12-25, false", "REVOKED, 2026-12-25, false", "REFUSED, 2026-12-25, false" })
	void tellsWhatIsAheadOfItUntilItsLastDay(ExemptionState state, @Nullable LocalDate day, boolean ahead) {
		Days days = new Days(Instant.EPOCH, Instant.EPOCH, LocalDate.parse("2027-03-31"), LocalDate.parse("2027-03-31"),
				TODAY, day, day);
		Exemption exemption = new Exemption("EX-2026-0001", "R-2026-0001", "RC-2026-0001", 1, null, 0, state,
				new Terms("The rule", "Why", "Watched", "cio", List.of("A-003")), days, null);

		assertThat(exemption.attestedNext(TODAY)).isEqualTo(ahead ? day : null);
		assertThat(exemption.reviewedNext(TODAY)).isEqualTo(ahead ? day : null);
	}

}
