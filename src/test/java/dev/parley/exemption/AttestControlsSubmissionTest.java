package dev.parley.exemption;

import java.util.HashMap;
import java.util.Map;

import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AttestControlsSubmissionTest {

	private final Map<String, @Nullable Object> answers = new HashMap<>();

	@Test
	void readsThatTheControlsAreInPlace() {
		this.answers.put("inPlace", true);

		assertThat(read()).isEqualTo(new AttestControlsSubmission(true, null, null));
	}

	@Test
	void readsWhatShowsItAndARemark() {
		this.answers
			.putAll(Map.of("inPlace", true, "evidenceLink", " https://log.example/1 ", "remark", " Seen today. "));

		assertThat(read()).isEqualTo(new AttestControlsSubmission(true, "https://log.example/1", "Seen today."));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(booleans = false)
	void readsThatTheControlsAreNotInPlace(@Nullable Boolean inPlace) {
		this.answers.put("inPlace", inPlace);
		this.answers.put("remark", "The sensor is broken.");

		assertThat(read()).isEqualTo(new AttestControlsSubmission(false, null, "The sensor is broken."));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " \n", "\u00a0" })
	void asksWhatIsMissingWhereTheControlsAreNotInPlace(@Nullable String remark) {
		this.answers.put("inPlace", false);
		this.answers.put("remark", remark);

		assertRefused("Controls that are not in place (inPlace) need a remark that says what is missing (remark)."
				+ " The exemption is then suspended.");
	}

	@Test
	void refusesAnAnswerThatIsNoCheckmark() {
		this.answers.put("inPlace", "perhaps");
		this.answers.put("remark", "As ever.");

		assertRefused("In place (inPlace) must be true or false, not \"perhaps\".");
	}

	@Test
	void asksForNothingElseWhereAnAnswerCannotBeRead() {
		this.answers.put("inPlace", "perhaps");
		assertRefused("In place (inPlace) must be true or false, not \"perhaps\".");

		this.answers.put("inPlace", false);
		this.answers.put("remark", "x".repeat(4001));
		assertRefused("Remark (remark) has 4,001 characters; 4,000 are allowed.");
	}

	@ParameterizedTest
	@CsvSource({ "evidenceLink, Evidence, 200", "remark, Remark, 4000" })
	void refusesATextThatIsTooLongOrCannotBeStored(String key, String label, int most) {
		this.answers.put("inPlace", true);
		this.answers.put(key, "x".repeat(most));
		assertThat(read().inPlace()).isTrue();

		this.answers.put(key, "x".repeat(most + 1));
		assertRefused("%s (%s) has %,d characters; %,d are allowed.".formatted(label, key, most + 1, most));

		this.answers.put(key, "a\0b");
		assertRefused("%s (%s) has a control character, which cannot be stored. Remove it.".formatted(label, key));
	}

	@Test
	void refusesWhatItDoesNotAsk() {
		this.answers.putAll(Map.of("inPlace", true, "outcome", "CONFIRMED"));

		assertRefused("This form does not ask for: [outcome]. Leave it out.");
	}

	private AttestControlsSubmission read() {
		Submission submission = new Submission(this.answers);
		AttestControlsSubmission answers = AttestControlsSubmission.read(submission);
		submission.close();
		return answers;
	}

	private void assertRefused(String message) {
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::read).withMessage("%s", message);
	}

}
