package dev.parley.register;

import dev.parley.identity.Side;
import dev.parley.register.Assessment.Levels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class AssessmentTest {

	private static final Appetite APPETITE = new Appetite(Level.LOW, Level.MEDIUM, Level.HIGH);

	@ParameterizedTest
	@CsvSource({ "MEDIUM, MEDIUM, 0", "LOW, MEDIUM, 1", "MEDIUM, LOW, 1", "VERY_LOW, VERY_HIGH, 4",
			"VERY_HIGH, VERY_LOW, 4" })
	void measuresTheGapBetweenTheCurrentLevels(Level it, Level security, int gap) {
		assertThat(bothRate(it, security).gap()).isEqualTo(gap);
	}

	@Test
	void measuresNoGapBetweenResidualLevels() {
		Assessment assessment = assessment(new Levels(Level.HIGH, Level.VERY_LOW),
				new Levels(Level.HIGH, Level.VERY_HIGH));

		assertThat(assessment.gap()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "LOW, HIGH, HIGH", "HIGH, LOW, HIGH", "MEDIUM, MEDIUM, MEDIUM" })
	void takesTheHigherCurrentLevelSoThatNobodyLowersItAlone(Level it, Level security, Level level) {
		assertThat(bothRate(it, security).level()).isEqualTo(level);
	}

	@ParameterizedTest
	@CsvSource({ "VERY_LOW, LOW, WITHIN_APPETITE", "MEDIUM, LOW, WITHIN_TOLERANCE", "LOW, HIGH, ABOVE_TOLERANCE",
			"VERY_HIGH, LOW, ABOVE_CAPACITY" })
	void bandsTheHigherCurrentLevel(Level it, Level security, Band band) {
		assertThat(bothRate(it, security).band()).isEqualTo(band);
	}

	@ParameterizedTest
	@EnumSource(names = { "MITIGATE", "TRANSFER" })
	void routesByTheHigherResidualLevelWhereMeasuresChangeTheRisk(Treatment treatment) {
		Assessment assessment = assessment(new Levels(Level.VERY_HIGH, Level.LOW),
				new Levels(Level.HIGH, Level.MEDIUM));

		assertThat(assessment.routingLevel(treatment)).isEqualTo(Level.MEDIUM);
		assertThat(assessment.routingBand(treatment)).isEqualTo(Band.WITHIN_TOLERANCE);
		assertThat(assessment.band()).isEqualTo(Band.ABOVE_CAPACITY);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "MITIGATE", "TRANSFER" })
	void routesByTheHigherCurrentLevelElse(Treatment treatment) {
		Assessment assessment = assessment(new Levels(Level.HIGH, Level.LOW), new Levels(Level.MEDIUM, Level.VERY_LOW));

		assertThat(assessment.routingLevel(treatment)).isEqualTo(Level.HIGH);
		assertThat(assessment.routingBand(treatment)).isEqualTo(Band.ABOVE_TOLERANCE);
	}

	@Test
	void isCompleteWhenBothSidesStatedTheirPosition() {
		assertThat(bothRate(Level.LOW, Level.LOW).isComplete()).isTrue();
		assertThat(assessment(null, both(Level.LOW)).isComplete()).isFalse();
		assertThat(assessment(both(Level.LOW), null).isComplete()).isFalse();
		assertThat(assessment(null, null).isComplete()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "VERY_LOW, ABOVE_TOLERANCE", "LOW, ABOVE_TOLERANCE", "MEDIUM, ABOVE_TOLERANCE",
			"HIGH, ABOVE_TOLERANCE", "VERY_HIGH, ABOVE_CAPACITY" })
	void countsAMissingSecurityPositionAsAboveToleranceAtLeast(Level it, Band band) {
		Assessment assessment = assessment(both(it), null);

		assertThat(assessment.band()).isEqualTo(band);
		assertThat(assessment.level()).isEqualTo(it);
		assertThat(assessment.gap()).isNull();
	}

	@ParameterizedTest
	@EnumSource
	void routesAnyTreatmentAboveToleranceWhileTheSecurityPositionIsMissing(Treatment treatment) {
		Assessment assessment = assessment(both(Level.VERY_LOW), null);

		assertThat(assessment.routingBand(treatment)).isEqualTo(Band.ABOVE_TOLERANCE);
	}

	@Test
	void bandsTheSecurityPositionAloneWhenTheItPositionIsMissing() {
		Assessment assessment = assessment(null, new Levels(Level.MEDIUM, Level.LOW));

		assertThat(assessment.level()).isEqualTo(Level.MEDIUM);
		assertThat(assessment.band()).isEqualTo(Band.WITHIN_TOLERANCE);
		assertThat(assessment.routingLevel(Treatment.MITIGATE)).isEqualTo(Level.LOW);
		assertThat(assessment.gap()).isNull();
	}

	@ParameterizedTest
	@EnumSource
	void countsAnUnratedRiskAsAboveTolerance(Treatment treatment) {
		Assessment assessment = assessment(null, null);

		assertThat(assessment.level()).isNull();
		assertThat(assessment.gap()).isNull();
		assertThat(assessment.band()).isEqualTo(Band.ABOVE_TOLERANCE);
		assertThat(assessment.routingLevel(treatment)).isNull();
		assertThat(assessment.routingBand(treatment)).isEqualTo(Band.ABOVE_TOLERANCE);
	}

	@Test
	void keepsTheLevelsOfTheSidesApart() {
		Levels it = new Levels(Level.LOW, Level.VERY_LOW);
		Levels security = new Levels(Level.HIGH, Level.MEDIUM);

		Assessment assessment = assessment(it, security);

		assertThat(assessment.levelsOf(Side.IT)).isEqualTo(it);
		assertThat(assessment.levelsOf(Side.SECURITY)).isEqualTo(security);
	}

	private static Assessment bothRate(Level it, Level security) {
		return assessment(both(it), both(security));
	}

	private static Assessment assessment(Levels it, Levels security) {
		return new Assessment(it, security, APPETITE);
	}

	private static Levels both(Level level) {
		return new Levels(level, level);
	}

}
