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

class AcknowledgeRulingSubmissionTest {

	private static final String NO_APPEAL = "The ruling is the chief risk officer's own, and nobody is above it:"
			+ " leave the appeal (appeal) and its grounds (grounds) out. A remark (remark) stays on the record.";

	private final Map<String, Object> answers = new HashMap<>();

	private boolean mayAppeal = true;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void readsAnAcknowledgementWithNothingToSay(boolean mayAppeal) {
		this.mayAppeal = mayAppeal;

		assertThat(read()).isEqualTo(new AcknowledgeRulingSubmission(null, null));
		assertThat(read().isAppeal()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void readsARemark(boolean mayAppeal) {
		this.mayAppeal = mayAppeal;
		this.answers.put("remark", " Noted. ");
		this.answers.put("appeal", false);

		assertThat(read()).isEqualTo(new AcknowledgeRulingSubmission("Noted.", null));
	}

	@Test
	void readsAnAppeal() {
		this.answers
			.putAll(Map.of("appeal", true, "grounds", "The vote took no account of the outage.", "remark", "!"));

		assertThat(read()).isEqualTo(new AcknowledgeRulingSubmission("!", "The vote took no account of the outage."));
		assertThat(read().isAppeal()).isTrue();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " \n", "\u00a0" })
	void countsBlankAnswersAsAbsent(String blank) {
		this.mayAppeal = false;
		List.of("remark", "appeal", "grounds").forEach((key) -> this.answers.put(key, blank));

		assertThat(read()).isEqualTo(new AcknowledgeRulingSubmission(null, null));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " \n", "\u00a0" })
	void refusesAnAppealWithoutGrounds(String grounds) {
		this.answers.put("appeal", true);
		this.answers.put("grounds", grounds);

		assertRefused("Grounds (grounds) is missing.");
	}

	@Test
	void refusesGroundsWithoutAnAppeal() {
		this.answers.put("grounds", "The vote took no account of the outage.");

		assertRefused("Grounds (grounds) belong to an appeal: declare it (appeal), or leave them out.");
	}

	@ParameterizedTest
	@CsvSource({ "true, Unjust", "true, ", "false, Unjust" })
	void refusesAnAppealWhereNobodyIsAbove(boolean appeal, String grounds) {
		this.mayAppeal = false;
		this.answers.put("appeal", appeal);
		this.answers.put("grounds", grounds);

		assertRefused(NO_APPEAL);
	}

	@Test
	void refusesAnAppealThatIsNoCheckmark() {
		this.answers.put("appeal", "yes");
		this.answers.put("grounds", "Unjust");

		assertRefused("Appeal (appeal) must be true or false, not \"yes\".");
	}

	@ParameterizedTest
	@CsvSource({ "remark, Remark", "grounds, Grounds" })
	void refusesATextThatIsTooLongOrCannotBeStored(String key, String label) {
		this.answers.put("appeal", true);
		this.answers.put("grounds", "Unjust");
		this.answers.put(key, "x".repeat(4000));
		assertThat(read().isAppeal()).isTrue();

		this.answers.put(key, "x".repeat(4001));
		assertRefused("%s (%s) has 4,001 characters; 4,000 are allowed.".formatted(label, key));

		this.answers.put(key, "a\0b");
		assertRefused("%s (%s) has a control character, which cannot be stored. Remove it.".formatted(label, key));
	}

	@Test
	void refusesWhatItDoesNotAsk() {
		this.answers.put("ruling", "UPHOLD_DECISION");

		assertRefused("This form does not ask for: [ruling]. Leave it out.");
	}

	private AcknowledgeRulingSubmission read() {
		Submission submission = new Submission(this.answers);
		AcknowledgeRulingSubmission answers = AcknowledgeRulingSubmission.read(submission, this.mayAppeal);
		submission.close();
		return answers;
	}

	private void assertRefused(String message) {
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::read).withMessage("%s", message);
	}

}
