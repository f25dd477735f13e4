package dev.parley.treatment;

import java.util.HashMap;
import java.util.Map;

import dev.parley.register.Score;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import dev.parley.treatment.VerifyTreatmentSubmission.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VerifyTreatmentSubmissionTest {

	private final Map<String, Object> answers = new HashMap<>(
			Map.of("outcome", "EFFECTIVE", "likelihood", 2, "impact", 3, "reasoning", "It was tested."));

	@ParameterizedTest
	@EnumSource
	void readsWhatTheTreatmentCameTo(Outcome outcome) {
		this.answers.put("outcome", outcome.name());
		this.answers.put("likelihood", "2");
		this.answers.put("impact", 3.0);

		assertThat(read()).isEqualTo(new VerifyTreatmentSubmission(outcome, new Score(2, 3), "It was tested."));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			outcome    | Outcome (outcome) is missing.
			likelihood | Likelihood (likelihood) is missing.
			impact     | Impact (impact) is missing.
			reasoning  | Reasoning (reasoning) is missing.
			""")
	void refusesToBeLeftWithout(String key, String message) {
		this.answers.remove(key);

		assertRefused(message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			likelihood | 0            | Likelihood (likelihood) is 0; it goes from 1 to 5.
			impact     | 6            | Impact (impact) is 6; it goes from 1 to 5.
			impact     | much         | Impact (impact) must be a whole number, not "much".
			outcome    | NOT_VERIFIED | Outcome (outcome) must be one of EFFECTIVE, NOT_EFFECTIVE, not "NOT_VERIFIED".
			""")
	void refusesWhatCannotBe(String key, String value, String message) {
		this.answers.put(key, value);

		assertRefused(message);
	}

	@Test
	void refusesWhatItDoesNotAsk() {
		this.answers.put("residualLikelihood", 1);

		assertRefused("This form does not ask for: [residualLikelihood]. Leave it out.");
	}

	private VerifyTreatmentSubmission read() {
		Submission submission = new Submission(this.answers);
		VerifyTreatmentSubmission answers = VerifyTreatmentSubmission.read(submission);
		submission.close();
		return answers;
	}

	private void assertRefused(String message) {
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::read).withMessage("%s", message);
	}

}
