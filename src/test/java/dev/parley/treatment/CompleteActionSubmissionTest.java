package dev.parley.treatment;

import java.util.HashMap;
import java.util.Map;

import dev.parley.register.TreatmentPlan.ActionState;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CompleteActionSubmissionTest {

	private static final String NO_REASON = "An action that is not done (done) needs a remark that says why it will not"
			+ " be (remark). If it will be done, leave the task open until then.";

	private final Map<String, Object> answers = new HashMap<>();

	@Test
	void readsAnActionThatIsDone() {
		this.answers.putAll(Map.of("done", true, "evidenceLink", " https://e.org/1 ", "remark", " All of it. "));

		assertThat(read()).isEqualTo(new CompleteActionSubmission(ActionState.DONE, "https://e.org/1", "All of it."));
	}

	@Test
	void asksForNoWordOnAnActionThatIsDone() {
		this.answers.put("done", true);

		assertThat(read()).isEqualTo(new CompleteActionSubmission(ActionState.DONE, null, null));
	}

	@Test
	void readsWhyAnActionWillNotBeDone() {
		this.answers.put("remark", "The vendor is gone.");

		assertThat(read()).isEqualTo(new CompleteActionSubmission(ActionState.NOT_DONE, null, "The vendor is gone."));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " \n", "\u00a0" })
	void refusesAnActionThatIsNotDoneWithoutAReason(String remark) {
		this.answers.put("done", false);
		this.answers.put("remark", remark);

		assertRefused(NO_REASON);
	}

	@Test
	void refusesACheckmarkThatIsNone() {
		this.answers.putAll(Map.of("done", "yes", "remark", "R"));

		assertRefused("Done (done) must be true or false, not \"yes\".");
	}

	@Test
	void asksForNothingElseWhereAnAnswerCannotBeRead() {
		this.answers.put("done", "yes");
		assertRefused("Done (done) must be true or false, not \"yes\".");

		this.answers.put("done", false);
		this.answers.put("remark", "x".repeat(4001));
		assertRefused("Remark (remark) has 4,001 characters; 4,000 are allowed.");
	}

	@Test
	void refusesTextsThatAreTooLongOrNoLine() {
		this.answers.putAll(Map.of("done", true, "evidenceLink", "a\nb", "remark", "x".repeat(4001)));

		assertRefused(
				"Evidence (evidenceLink) must be a single line. Remark (remark) has 4,001 characters; 4,000 are allowed.");
	}

	@Test
	void refusesWhatItDoesNotAsk() {
		this.answers.putAll(Map.of("done", true, "outcome", "EFFECTIVE"));

		assertRefused("This form does not ask for: [outcome]. Leave it out.");
	}

	private CompleteActionSubmission read() {
		Submission submission = new Submission(this.answers);
		CompleteActionSubmission answers = CompleteActionSubmission.read(submission);
		submission.close();
		return answers;
	}

	private void assertRefused(String message) {
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::read).withMessage("%s", message);
	}

}
