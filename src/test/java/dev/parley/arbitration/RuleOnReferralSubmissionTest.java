package dev.parley.arbitration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RuleOnReferralSubmissionTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private final Map<String, Object> answers = new HashMap<>(
			Map.of("ruling", "UPHOLD_DECISION", "reasons", "The loss is bearable."));

	private boolean decided = true;

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMPOSE_CONDITIONS")
	void readsARuling(Ruling.Outcome ruling) {
		this.answers.put("ruling", ruling.name());

		assertThat(read()).isEqualTo(new RuleOnReferralSubmission(ruling, List.of(), "The loss is bearable."));
	}

	@Test
	void readsConditionsWithTheRulingThatImposesThem() {
		this.decided = false;
		this.answers.put("ruling", "IMPOSE_CONDITIONS");
		this.answers.put("conditions", "Patch | cio | 2026-11-22\nReport | ciso | 2026-12-24");

		assertThat(read())
			.isEqualTo(
					new RuleOnReferralSubmission(Ruling.Outcome.IMPOSE_CONDITIONS,
							List.of(new Condition("Patch", "cio", TODAY),
									new Condition("Report", "ciso", LocalDate.of(2026, 12, 24))),
							"The loss is bearable."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "REFER_TO_CRO", "ABSTAIN", "uphold_decision" })
	void refusesWhatIsNoRuling(String ruling) {
		this.answers.put("ruling", ruling);

		assertRefused("Ruling (ruling) must be one of UPHOLD_DECISION, UPHOLD_OBJECTION, IMPOSE_CONDITIONS,"
				+ " not \"%s\".".formatted(ruling));
	}

	@Test
	void refusesNoRuling() {
		this.answers.remove("ruling");

		assertRefused("Ruling (ruling) is missing.");
	}

	@ParameterizedTest
	@EnumSource
	void refusesARulingWithoutReasons(Ruling.Outcome ruling) {
		this.answers.put("ruling", ruling.name());
		this.answers.put("reasons", " ");

		assertRefused("Reasons (reasons) is missing.");
	}

	@Test
	void refusesReasonsThatAreTooLongOrCannotBeStored() {
		this.answers.put("reasons", "x".repeat(4000));
		assertThat(read().reasons()).hasSize(4000);

		this.answers.put("reasons", "x".repeat(4001));
		assertRefused("Reasons (reasons) has 4,001 characters; 4,000 are allowed.");

		this.answers.put("reasons", "a\0b");
		assertRefused("Reasons (reasons) has a control character, which cannot be stored. Remove it.");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMPOSE_CONDITIONS")
	void refusesConditionsWithAnotherRuling(Ruling.Outcome ruling) {
		this.answers.put("ruling", ruling.name());
		this.answers.put("conditions", "Patch | cio | 2026-12-24");

		assertRefused("Conditions (conditions) belong to IMPOSE_CONDITIONS; leave them out for %s.".formatted(ruling));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "\r\n \t" })
	void refusesToImposeNoConditions(String conditions) {
		this.answers.put("ruling", "IMPOSE_CONDITIONS");
		this.answers.put("conditions", conditions);

		assertRefused("Conditions (conditions) are missing: IMPOSE_CONDITIONS needs one at least.");
	}

	@Test
	void refusesAConditionThatIsNotUnderstood() {
		this.answers.put("ruling", "IMPOSE_CONDITIONS");
		this.answers.put("conditions", "Patch");

		assertRefused("Conditions (conditions), line 1, \"Patch\": It needs 3 parts divided by |, not 1."
				+ " Write it as: text | user or group | date such as 2026-12-24.");
	}

	@Test
	void refusesToUpholdADecisionThatThereIsNot() {
		this.decided = false;

		assertRefused("Ruling (ruling) is UPHOLD_DECISION, but the owner has not decided yet:"
				+ " there is no decision to uphold. Choose another outcome.");
	}

	@Test
	void refusesWhatItDoesNotAsk() {
		this.answers.put("vote", "ABSTAIN");

		assertRefused("This form does not ask for: [vote]. Leave it out.");
	}

	private RuleOnReferralSubmission read() {
		Submission submission = new Submission(this.answers);
		RuleOnReferralSubmission ruling = RuleOnReferralSubmission.read(submission, this.decided, TODAY);
		submission.close();
		return ruling;
	}

	private void assertRefused(String message) {
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::read).withMessage("%s", message);
	}

}
