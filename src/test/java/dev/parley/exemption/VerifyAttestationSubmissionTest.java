package dev.parley.exemption;

import java.util.HashMap;
import java.util.Map;

import dev.parley.exemption.VerifyAttestationSubmission.Outcome;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VerifyAttestationSubmissionTest {

	private final Map<String, @Nullable Object> answers = new HashMap<>();

	@ParameterizedTest
	@EnumSource
	void readsWhatTheCisoFinds(Outcome outcome) {
		this.answers.putAll(Map.of("outcome", outcome.name(), "reasoning", " By the log. "));

		assertThat(read()).isEqualTo(new VerifyAttestationSubmission(outcome, "By the log."));
		assertThat(outcome.recorded().name()).isEqualTo(outcome.name());
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " \n", "\u00a0" })
	void needsAReasonOnlyWhereItFails(@Nullable String reasoning) {
		this.answers.put("reasoning", reasoning);
		this.answers.put("outcome", "CONFIRMED");
		assertThat(read()).isEqualTo(new VerifyAttestationSubmission(Outcome.CONFIRMED, null));

		this.answers.put("outcome", "FAILED");
		assertRefused("Reasoning (reasoning) is missing.");
	}

	@Test
	void refusesAnOutcomeThatIsMissingOrUnknown() {
		assertRefused("Outcome (outcome) is missing.");

		this.answers.put("outcome", "NOT_VERIFIED");
		assertRefused("Outcome (outcome) must be one of CONFIRMED, FAILED, not \"NOT_VERIFIED\".");
	}

	@Test
	void refusesAReasonThatIsTooLong() {
		this.answers.putAll(Map.of("outcome", "FAILED", "reasoning", "x".repeat(4001)));

		assertRefused("Reasoning (reasoning) has 4,001 characters; 4,000 are allowed.");
	}

	@Test
	void refusesWhatItDoesNotAsk() {
		this.answers.putAll(Map.of("outcome", "CONFIRMED", "inPlace", true));

		assertRefused("This form does not ask for: [inPlace]. Leave it out.");
	}

	private VerifyAttestationSubmission read() {
		Submission submission = new Submission(this.answers);
		VerifyAttestationSubmission answers = VerifyAttestationSubmission.read(submission);
		submission.close();
		return answers;
	}

	private void assertRefused(String message) {
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::read).withMessage("%s", message);
	}

}
