package dev.parley.register;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class AppetiteTest {

	@ParameterizedTest
	@CsvSource({ "VERY_LOW, WITHIN_APPETITE", "LOW, WITHIN_APPETITE", "MEDIUM, WITHIN_TOLERANCE",
			"HIGH, ABOVE_TOLERANCE", "VERY_HIGH, ABOVE_CAPACITY" })
	void putsEachLevelInItsBand(Level level, Band band) {
		Appetite appetite = new Appetite(Level.LOW, Level.MEDIUM, Level.HIGH);

		assertThat(appetite.bandOf(level)).isEqualTo(band);
	}

	@ParameterizedTest
	@CsvSource({ "VERY_LOW, WITHIN_APPETITE", "LOW, WITHIN_TOLERANCE", "MEDIUM, ABOVE_TOLERANCE",
			"HIGH, ABOVE_CAPACITY", "VERY_HIGH, ABOVE_CAPACITY" })
	void putsEachLevelOneBandHigherForSafety(Level level, Band band) {
		Appetite safety = new Appetite(Level.VERY_LOW, Level.LOW, Level.MEDIUM);

		assertThat(safety.bandOf(level)).isEqualTo(band);
	}

	@ParameterizedTest
	@CsvSource({ "MEDIUM, WITHIN_APPETITE", "HIGH, ABOVE_CAPACITY" })
	void hasNoBandBetweenLimitsThatAreEqual(Level level, Band band) {
		Appetite narrow = new Appetite(Level.MEDIUM, Level.MEDIUM, Level.MEDIUM);

		assertThat(narrow.bandOf(level)).isEqualTo(band);
	}

	@ParameterizedTest
	@EnumSource
	void hasNothingAboveACapacityOfTheHighestLevel(Level level) {
		Appetite bold = new Appetite(Level.LOW, Level.MEDIUM, Level.VERY_HIGH);

		assertThat(bold.bandOf(level)).isNotEqualTo(Band.ABOVE_CAPACITY);
	}

	@Test
	void countsAnUnknownLevelAsAboveTolerance() {
		Appetite bold = new Appetite(Level.VERY_HIGH, Level.VERY_HIGH, Level.VERY_HIGH);

		assertThat(bold.bandOf(null)).isEqualTo(Band.ABOVE_TOLERANCE);
	}

	@ParameterizedTest
	@CsvSource({ "MEDIUM, LOW, HIGH", "LOW, HIGH, MEDIUM", "HIGH, MEDIUM, LOW", "VERY_HIGH, VERY_LOW, VERY_HIGH" })
	void refusesLimitsThatDoNotRise(Level appetite, Level tolerance, Level capacity) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Appetite(appetite, tolerance, capacity))
			.withMessage("RiskAppetite must rise from appetite to tolerance to capacity, not %s, %s, %s", appetite,
					tolerance, capacity);
	}

	@Test
	void acceptsLimitsThatAreEqual() {
		assertThatNoException().isThrownBy(() -> new Appetite(Level.LOW, Level.LOW, Level.LOW));
	}

	@ParameterizedTest
	@CsvSource({ "WITHIN_APPETITE, false", "WITHIN_TOLERANCE, false", "ABOVE_TOLERANCE, true", "ABOVE_CAPACITY, true" })
	void countsCapacityAsToleranceExceededToo(Band band, boolean above) {
		assertThat(band.isAboveTolerance()).isEqualTo(above);
	}

}
