package dev.parley.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import dev.parley.register.Category;
import dev.parley.register.RaisedRisk;
import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RaiseRiskSubmissionTest {

	private final Map<String, Object> answers = new HashMap<>();

	RaiseRiskSubmissionTest() {
		this.answers.put("title", "Unpatched remote access");
		this.answers.put("scenario", "An attacker enters through the VPN appliance.");
		this.answers.put("category", "DATA");
		this.answers.put("benefit", "People can work from home.");
	}

	@Test
	void readsWhatMustBeSaid() {
		assertThat(read())
			.isEqualTo(new RaisedRisk("Unpatched remote access", "An attacker enters through the VPN appliance.",
					Category.DATA, null, "People can work from home.", null, false));
	}

	@Test
	void readsWhatMayBeSaid() {
		this.answers.put("initiative", "Work anywhere");
		this.answers.put("neededBy", "2027-03-01");
		this.answers.put("initiativeStarted", true);

		RaisedRisk raised = read();

		assertThat(raised.initiative()).isEqualTo("Work anywhere");
		assertThat(raised.neededBy()).isEqualTo(LocalDate.of(2027, 3, 1));
		assertThat(raised.initiativeStarted()).isTrue();
	}

	@Test
	void takesBlankAnswersToOptionalQuestionsAsAbsent() {
		this.answers.put("initiative", " ");
		this.answers.put("neededBy", "");
		this.answers.put("initiativeStarted", null);

		RaisedRisk raised = read();

		assertThat(raised.initiative()).isNull();
		assertThat(raised.neededBy()).isNull();
		assertThat(raised.initiativeStarted()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "title, Title", "scenario, Scenario", "category, Category", "benefit, Benefit" })
	void refusesARiskWithout(String key, String label) {
		this.answers.put(key, " ");

		assertRefused("%s (%s) is missing.".formatted(label, key));
	}

	@Test
	void namesAllThatIsMissing() {
		this.answers.clear();

		assertRefused("Title (title) is missing. Scenario (scenario) is missing. Category (category) is missing."
				+ " Benefit (benefit) is missing.");
	}

	@ParameterizedTest
	@EnumSource
	void readsEachCategory(Category category) {
		this.answers.put("category", category.name());

		assertThat(read().category()).isEqualTo(category);
	}

	@ParameterizedTest
	@ValueSource(strings = { "data", "Data", "MONEY" })
	void refusesAnotherCategory(String category) {
		this.answers.put("category", category);

		assertRefused(
				"Category (category) must be one of DATA, AVAILABILITY, INTEGRITY, IDENTITY, SUPPLIER, COMPLIANCE, SAFETY, not \"%s\"."
					.formatted(category));
	}

	@ParameterizedTest
	@CsvSource({ "title, Title", "initiative, Initiative" })
	void refusesALineThatIsTooLong(String key, String label) {
		this.answers.put(key, "x".repeat(201));

		assertRefused("%s (%s) has 201 characters; 200 are allowed.".formatted(label, key));
	}

	@ParameterizedTest
	@ValueSource(strings = { "scenario", "benefit" })
	void acceptsATextOfFourThousandCharactersAndNoMore(String key) {
		this.answers.put(key, "x".repeat(4000));
		assertThat(read()).isNotNull();

		this.answers.put(key, "x".repeat(4001));
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::read)
			.withMessageContaining("(%s) has ".formatted(key))
			.withMessageEndingWith(" are allowed.");
	}

	@Test
	void refusesADateInAnotherForm() {
		this.answers.put("neededBy", "01.03.2027");

		assertRefused("Needed by (neededBy) must be a date such as 2026-12-24, not \"01.03.2027\".");
	}

	@Test
	void refusesACheckboxInWords() {
		this.answers.put("initiativeStarted", "yes");

		assertRefused("Has it begun already (initiativeStarted) must be true or false, not \"yes\".");
	}

	@ParameterizedTest
	@ValueSource(strings = { "assetId", "caseId", "raisedBy", "decidingGroup" })
	void refusesWhatTheFormDoesNotAsk(String key) {
		this.answers.put(key, "smuggled");

		assertRefused("This form does not ask for: [%s]. Leave it out.".formatted(key));
	}

	private RaisedRisk read() {
		Submission submission = new Submission(this.answers);
		RaisedRisk raised = RaiseRiskSubmission.read(submission);
		submission.close();
		return raised;
	}

	private void assertRefused(String message) {
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(this::read).withMessage("%s", message);
	}

}
