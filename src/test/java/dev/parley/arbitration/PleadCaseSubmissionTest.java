package dev.parley.arbitration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PleadCaseSubmissionTest {

	private final Map<String, Object> answers = new HashMap<>(Map.of("plea", "The campaign cannot wait."));

	@Test
	void readsAWholePlea() {
		this.answers.put("wouldAccept", " A patch within 30 days. ");
		this.answers.put("links", "https://example.org/1\r\nhttps://example.org/2\n");

		assertThat(read()).isEqualTo(new PleadCaseSubmission("The campaign cannot wait.", "A patch within 30 days.",
				"https://example.org/1\r\nhttps://example.org/2"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "\u200b \n" })
	void readsAPleaAlone(String blank) {
		this.answers.put("wouldAccept", blank);
		this.answers.put("links", blank);

		assertThat(read()).isEqualTo(new PleadCaseSubmission("The campaign cannot wait.", null, null));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "\u200b \n" })
	void refusesToPleadNothing(String blank) {
		this.answers.put("plea", blank);

		assertRefused("Plea (plea) is missing.");
	}

	@ParameterizedTest
	@CsvSource({ "plea, Plea", "wouldAccept, Would accept", "links, Links" })
	void refusesATextThatIsTooLongOrCannotBeStored(String key, String label) {
		this.answers.put(key, "x".repeat(4000));
		assertThat(List.of(read())).isNotEmpty();

		this.answers.put(key, "x".repeat(4001));
		assertRefused("%s (%s) has 4,001 characters; 4,000 are allowed.".formatted(label, key));

		this.answers.put(key, "a\0b");
		assertRefused("%s (%s) has a control character, which cannot be stored. Remove it.".formatted(label, key));

		this.answers.put(key, 1);
		assertRefused("%s (%s) must be text, not 1.".formatted(label, key));
	}

	@Test
	void refusesWhatItDoesNotAsk() {
		this.answers.put("side", "ciso");

		assertRefused("This form does not ask for: [side]. Leave it out.");
	}

	private PleadCaseSubmission read() {
		Submission submission = new Submission(this.answers);
		PleadCaseSubmission plea = PleadCaseSubmission.read(submission);
		submission.close();
		return plea;
	}

	private void assertRefused(String message) {
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::read).withMessage("%s", message);
	}

}
