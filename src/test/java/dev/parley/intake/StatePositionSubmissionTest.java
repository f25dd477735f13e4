package dev.parley.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import dev.parley.register.Position.Statement;
import dev.parley.register.Score;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StatePositionSubmissionTest {

	private final Map<String, Object> answers = new HashMap<>();

	StatePositionSubmissionTest() {
		this.answers.put("likelihood", 4);
		this.answers.put("impact", 5L);
		this.answers.put("residualLikelihood", 2.0);
		this.answers.put("residualImpact", "3");
		this.answers.put("reasoning", "Exploits are public.");
	}

	@Test
	void readsTheItPosition() {
		this.answers.put("costOfDelay", "10,000 a week");

		assertThat(readIt()).isEqualTo(new Statement(new Score(4, 5), new Score(2, 3), "Exploits are public.",
				"10,000 a week", null, null, null));
	}

	@Test
	void readsTheSecurityPosition() {
		this.answers.put("threat", "Ransomware groups");
		this.answers.put("evidence", "CVE-2026-0001");

		assertThat(readSecurity()).isEqualTo(new Statement(new Score(4, 5), new Score(2, 3), "Exploits are public.",
				null, "Ransomware groups", "CVE-2026-0001", null));
	}

	@Test
	void needsNoCostOfDelay() {
		assertThat(readIt().costOfDelay()).isNull();
	}

	@Test
	void needsNoEvidence() {
		this.answers.put("threat", "Ransomware groups");

		assertThat(readSecurity().evidence()).isNull();
	}

	@Test
	void refusesASecurityPositionWithoutAThreat() {
		assertSecurityRefused("Threat (threat) is missing.");
	}

	@ParameterizedTest
	@CsvSource({ "likelihood, Likelihood", "impact, Impact", "residualLikelihood, Residual likelihood",
			"residualImpact, Residual impact", "reasoning, Reasoning" })
	void refusesAPositionOfEitherSideWithout(String key, String label) {
		this.answers.put(key, null);

		assertItRefused("%s (%s) is missing.".formatted(label, key));
		this.answers.put("threat", "Ransomware groups");
		assertSecurityRefused("%s (%s) is missing.".formatted(label, key));
	}

	@ParameterizedTest
	@CsvSource({ "likelihood, Likelihood, 0", "likelihood, Likelihood, 6", "impact, Impact, 0", "impact, Impact, 6",
			"residualLikelihood, Residual likelihood, 0", "residualLikelihood, Residual likelihood, 6",
			"residualImpact, Residual impact, 0", "residualImpact, Residual impact, 6" })
	void refusesAScoreOffTheScale(String key, String label, int score) {
		this.answers.put(key, score);

		assertItRefused("%s (%s) is %d; it goes from 1 to 5.".formatted(label, key, score));
		this.answers.put("threat", "Ransomware groups");
		assertSecurityRefused("%s (%s) is %d; it goes from 1 to 5.".formatted(label, key, score));
	}

	@Test
	void refusesAScoreBetweenTwoPoints() {
		this.answers.put("impact", 3.5);

		assertItRefused("Impact (impact) must be a whole number, not 3.5.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "threat", "evidence" })
	void refusesTheKeysOfSecurityInTheItPosition(String key) {
		this.answers.put(key, "For the other side");

		assertItRefused("This form does not ask for: [%s]. Leave it out.".formatted(key));
	}

	@Test
	void refusesTheKeyOfItInTheSecurityPosition() {
		this.answers.put("threat", "Ransomware groups");
		this.answers.put("costOfDelay", "10,000 a week");

		assertSecurityRefused("This form does not ask for: [costOfDelay]. Leave it out.");
	}

	@Test
	void namesAllThatIsMissing() {
		this.answers.clear();

		assertSecurityRefused("Likelihood (likelihood) is missing. Impact (impact) is missing."
				+ " Residual likelihood (residualLikelihood) is missing. Residual impact (residualImpact) is missing."
				+ " Reasoning (reasoning) is missing. Threat (threat) is missing.");
	}

	private Statement readIt() {
		return read(StatePositionSubmission::readIt);
	}

	private Statement readSecurity() {
		return read(StatePositionSubmission::readSecurity);
	}

	private Statement read(Function<Submission, Statement> reader) {
		Submission submission = new Submission(this.answers);
		Statement statement = reader.apply(submission);
		submission.close();
		return statement;
	}

	private void assertItRefused(String message) {
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::readIt).withMessage("%s", message);
	}

	private void assertSecurityRefused(String message) {
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::readSecurity).withMessage("%s", message);
	}

}
