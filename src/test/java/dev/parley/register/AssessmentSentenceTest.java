package dev.parley.register;

import java.util.List;

import dev.parley.register.Assessment.Levels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AssessmentSentenceTest {

	@ParameterizedTest
	@CsvSource({ "LOW, Both sides rate the risk alike.", "MEDIUM, The two positions are one level apart.",
			"HIGH, The two positions are 2 levels apart.", "VERY_HIGH, The two positions are 3 levels apart." })
	void saysHowFarThePositionsAreApart(Level security, String sentence) {
		assertThat(sentence(rated(Level.LOW), rated(security))).startsWith(sentence + " ");
	}

	@ParameterizedTest
	@CsvSource({ "VERY_LOW, very low, within appetite", "LOW, low, within appetite", "MEDIUM, medium, within tolerance",
			"HIGH, high, above tolerance", "VERY_HIGH, very high, above capacity" })
	void saysWhereTheHigherLevelLiesAndWhatItIsMeasuredAgainst(Level security, String level, String band) {
		assertThat(sentence(rated(Level.VERY_LOW), rated(security)))
			.endsWith(" The higher level, %s, is %s".formatted(level, band)
					+ " (assets of the class shared: appetite low, tolerance medium, capacity high).");
	}

	@Test
	void namesTheClassOfTheAsset() {
		Asset asset = new Asset("A-009", "Till", AssetClass.BUSINESS_UNIT, List.of());
		Assessment assessment = new Assessment(rated(Level.LOW), rated(Level.LOW), appetite());

		assertThat(AssessmentSentence.of(assessment, asset)).contains("(assets of the class business unit: ");
	}

	@Test
	void saysThatTheItPositionIsMissing() {
		assertThat(sentence(null, rated(Level.HIGH))).startsWith("The IT position was not stated in time. ");
	}

	@Test
	void saysThatTheSecurityPositionIsMissingAndWhatFollows() {
		assertThat(sentence(rated(Level.LOW), null))
			.startsWith("The security position was not stated in time, so the risk counts as above tolerance at least."
					+ " The level stated, low, is within appetite ");
	}

	@Test
	void saysThatNobodyStatedAPosition() {
		assertThat(sentence(null, null)).startsWith(
				"Neither side stated its position in time, so the risk counts as above tolerance. It is not rated ");
	}

	private static String sentence(Levels it, Levels security) {
		Asset asset = new Asset("A-003", "Customer database", AssetClass.SHARED, List.of());
		return AssessmentSentence.of(new Assessment(it, security, appetite()), asset);
	}

	private static Appetite appetite() {
		return new Appetite(Level.LOW, Level.MEDIUM, Level.HIGH);
	}

	private static Levels rated(Level level) {
		return new Levels(level, level);
	}

}
