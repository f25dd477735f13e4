package dev.parley.register;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LevelTest {

	@ParameterizedTest
	@CsvSource({ "VERY_LOW, 1, Very low", "LOW, 2, Low", "MEDIUM, 3, Medium", "HIGH, 4, High",
			"VERY_HIGH, 5, Very high" })
	void hasARankAndALabel(Level level, int rank, String label) {
		assertThat(level.rank()).isEqualTo(rank);
		assertThat(level.label()).isEqualTo(label);
		assertThat(Level.ofRank(rank)).isEqualTo(level);
	}

	@ParameterizedTest
	@ValueSource(ints = { Integer.MIN_VALUE, -1, 0, 6, Integer.MAX_VALUE })
	void refusesARankThatIsNotOnTheScale(int rank) {
		assertThatIllegalArgumentException().isThrownBy(() -> Level.ofRank(rank))
			.withMessage("A level goes from 1 to 5, not " + rank);
	}

	@ParameterizedTest
	@CsvSource({ "LOW, HIGH, HIGH", "HIGH, LOW, HIGH", "MEDIUM, MEDIUM, MEDIUM", "VERY_LOW, VERY_HIGH, VERY_HIGH" })
	void takesTheHigherOfTwo(Level one, Level other, Level higher) {
		assertThat(Level.higher(one, other)).isEqualTo(higher);
	}

	@ParameterizedTest
	@EnumSource
	void isNeverTakenForUnrated(Level level) {
		assertThat(level.name()).isNotEqualTo(Level.UNRATED);
	}

}
