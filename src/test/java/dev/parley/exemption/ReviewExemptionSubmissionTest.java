package dev.parley.exemption;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import dev.parley.exemption.ReviewExemptionSubmission.Outcome;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReviewExemptionSubmissionTest {

	private static final LocalDate TOMORROW = LocalDate.of(2026, 11, 23);

	private final Map<String, @Nullable Object> answers = new HashMap<>();

	private boolean advice;

	@ParameterizedTest
	@CsvSource({ ",", "' ',", "' Replace it. ', Replace it." })
	void readsAdvice(@Nullable String given, @Nullable String read) {
		this.advice = true;
		this.answers.put("advice", given);

		assertThat(read()).isEqualTo(new ReviewExemptionSubmission(read, null, null, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "outcome", "endsOn", "rationale" })
	void leavesTheOutcomeToTheOwner(String key) {
		this.advice = true;
		this.answers.put(key, "RENEW");

		assertRefused("This form does not ask for: [" + key + "]. Leave it out.");
	}

	@Test
	void readsARenewalFromTomorrowOn() {
		renew("2026-11-23");

		assertThat(read()).isEqualTo(new ReviewExemptionSubmission(null, Outcome.RENEW, TOMORROW, "Not replaced yet."));
	}

	@Test
	void refusesARenewalThatEndsToday() {
		renew("2026-11-22");

		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::read)
			.withMessageContaining("Ends on (endsOn)")
			.withMessageContaining("2026-11-23");
	}

	@ParameterizedTest
	@CsvSource({ "endsOn, Ends on", "rationale, Rationale" })
	void refusesARenewalWithout(String key, String label) {
		renew("2027-01-01");
		this.answers.put(key, " ");

		assertRefused("%s (%s) is missing.".formatted(label, key));
	}

	@Test
	void closesWithARationaleOnly() {
		this.answers.put("outcome", "CLOSE");
		assertRefused("Rationale (rationale) is missing.");

		this.answers.put("rationale", "It is patched.");
		assertThat(read()).isEqualTo(new ReviewExemptionSubmission(null, Outcome.CLOSE, null, "It is patched."));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = "It is replaced by then.")
	void letsExpireWithOrWithoutARationale(@Nullable String rationale) {
		this.answers.put("outcome", "LET_EXPIRE");
		this.answers.put("rationale", rationale);

		assertThat(read()).isEqualTo(new ReviewExemptionSubmission(null, Outcome.LET_EXPIRE, null, rationale));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RENEW")
	void refusesALastDayForWhatIsNotRenewed(Outcome outcome) {
		renew("2027-01-01");
		this.answers.put("outcome", outcome.name());

		assertRefused("Ends on (endsOn) belongs to the outcome RENEW; leave it out for " + outcome + ".");
	}

	@Test
	void refusesAnOutcomeThatIsMissingOrUnknown() {
		assertRefused("Outcome (outcome) is missing.");

		this.answers.put("outcome", "EXTEND");
		assertRefused("Outcome (outcome) must be one of RENEW, CLOSE, LET_EXPIRE, not \"EXTEND\".");
	}

	@Test
	void refusesAdviceFromTheOwner() {
		renew("2027-01-01");
		this.answers.put("advice", "Replace it.");

		assertRefused("This form does not ask for: [advice]. Leave it out.");
	}

	@ParameterizedTest
	@EnumSource
	void isRecordedByTheSameName(Outcome outcome) {
		assertThat(outcome.recorded().name()).isEqualTo(outcome.name());
	}

	private void renew(String endsOn) {
		this.answers.putAll(Map.of("outcome", "RENEW", "endsOn", endsOn, "rationale", "Not replaced yet."));
	}

	private ReviewExemptionSubmission read() {
		Submission submission = new Submission(this.answers);
		ReviewExemptionSubmission answers = this.advice ? ReviewExemptionSubmission.readAdvice(submission)
				: ReviewExemptionSubmission.readOutcome(submission, TOMORROW);
		submission.close();
		return answers;
	}

	private void assertRefused(String message) {
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::read).withMessage("%s", message);
	}

}
