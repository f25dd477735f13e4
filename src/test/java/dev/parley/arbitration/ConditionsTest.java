package dev.parley.arbitration;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.parley.submission.Submission;
import dev.parley.submission.SubmissionRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConditionsTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final Condition PATCH = new Condition("Patch the gateway", "cio", LocalDate.of(2026, 12, 24));

	private static final Condition REPORT = new Condition("Report each week", "risk-owner", TODAY);

	@ParameterizedTest
	@ValueSource(strings = { "Patch the gateway | cio | 2026-12-24\nReport each week | risk-owner | 2026-11-22",
			"Patch the gateway | cio | 2026-12-24\r\nReport each week | risk-owner | 2026-11-22",
			"Patch the gateway|cio|2026-12-24\nReport each week|risk-owner|2026-11-22",
			"\t Patch the gateway \t|\u00a0 cio |  2026-12-24  \n  Report each week| risk-owner |2026-11-22 ",
			"\n\nPatch the gateway | cio | 2026-12-24\n\n \t\nReport each week | risk-owner | 2026-11-22\r\n\r\n \n",
			"Patch the gateway | cio | 2026-12-24\rReport each week | risk-owner | 2026-11-22\r\u200b\r" })
	void readsALineEach(String text) {
		List<Condition> conditions = read(text);

		assertThat(conditions).containsExactly(PATCH, REPORT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n \r\n\t\n", "\u200b" })
	void readsNoneWhereThereIsNone(String text) {
		assertThat(read(text)).isEmpty();
		assertThat(read(null)).isEmpty();
	}

	@Test
	void readsTwentyLinesOfTheLongestText() {
		String longest = "x".repeat(197);

		assertThat(read(lines(20, longest))).hasSize(20)
			.last()
			.isEqualTo(new Condition(longest + " 20", "cio", LocalDate.of(2026, 12, 24)));
	}

	@Test
	void refusesOneLineTooMany() {
		assertRefused(lines(21, "Patch"), "Conditions (conditions) has 21 lines; 20 are allowed.");
	}

	@Test
	void namesNoSingleLineWhereThereAreTooMany() {
		assertRefused(lines(21, "Patch |"), "Conditions (conditions) has 21 lines; 20 are allowed.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '!',
			textBlock = """
					Patch the gateway                   ! It needs 3 parts divided by |, not 1.
					Patch, cio, 2026-12-24              ! It needs 3 parts divided by |, not 1.
					Patch | cio                         ! It needs 3 parts divided by |, not 2.
					Patch | cio | 2026-12-24 |          ! It needs 3 parts divided by |, not 4.
					Patch | or mend | cio | 2026-12-24  ! It needs 3 parts divided by |, not 4.
					| cio | 2026-12-24                  ! Text (part 1) is missing.
					\u200b | cio | 2026-12-24           ! Text (part 1) is missing.
					Patch || 2026-12-24                 ! User or group (part 2) is missing.
					Patch | \u00a0 | 2026-12-24         ! User or group (part 2) is missing.
					Patch | cio |                       ! Date (part 3) is missing.
					||                                  ! Text (part 1) is missing. User or group (part 2) is missing. Date (part 3) is missing.
					Patch | cio | soon                  ! Date (part 3) must be a date such as 2026-12-24, not "soon".
					Patch | cio | 24.12.2026            ! Date (part 3) must be a date such as 2026-12-24, not "24.12.2026".
					Patch | cio | 20261224              ! Date (part 3) must be a date such as 2026-12-24, not "20261224".
					Patch | cio | 2026-12-24T00:00:00   ! Date (part 3) must be a date such as 2026-12-24, not "2026-12-24T00:00:00".
					Patch | cio | 2026-02-30            ! Date (part 3) must be a date such as 2026-12-24, not "2026-02-30".
					Patch | 2026-12-24 | cio            ! Date (part 3) must be a date such as 2026-12-24, not "cio".
					Patch | cio | 2026-11-21            ! Date (part 3) is 2026-11-21; it cannot be before 2026-11-22.
					Patch | cio | 2036-11-23            ! Date (part 3) is 2036-11-23, more than ten years away.
					Patch | cio | 9999-12-31            ! Date (part 3) is 9999-12-31; the year goes from 1900 to 2200.
					""")
	void refusesALineByItsNumberAndWithTheWayOut(String line, String fault) {
		assertRefused("Report each week | risk-owner | 2026-11-22\n\n" + line,
				"Conditions (conditions), line 2, \"%s\": %s Write it as: text | user or group | date such as 2026-12-24."
					.formatted(line, fault));
	}

	@Test
	void refusesEachLineThatIsWrong() {
		assertRefused("Patch\nReport each week | risk-owner | 2026-11-22\nMend",
				"Conditions (conditions), line 1, \"Patch\": It needs 3 parts divided by |, not 1."
						+ " Write it as: text | user or group | date such as 2026-12-24."
						+ " Conditions (conditions), line 3, \"Mend\": It needs 3 parts divided by |, not 1."
						+ " Write it as: text | user or group | date such as 2026-12-24.");
	}

	@ParameterizedTest
	@CsvSource({ "201, 3, 'Text (part 1)'", "5, 201, 'User or group (part 2)'" })
	void refusesAPartThatIsLongerThanALine(int text, int owner, String part) {
		String line = "x".repeat(text) + "|" + "o".repeat(owner) + "|2026-12-24";

		assertRefused(line, "Conditions (conditions), line 1, \"%s…\": %s has 201 characters; 200 are allowed."
			.formatted(line.substring(0, 60), part) + " Write it as: text | user or group | date such as 2026-12-24.");
	}

	@Test
	void refusesAVeryLongTextWithAShortMessage() {
		String text = "Patch\n".repeat(100_000);

		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(() -> read(text))
			.withMessage("Conditions (conditions) has 599,999 characters; 160,080 are allowed.");
	}

	@Test
	void refusesTheSameLineTwice() {
		assertRefused("Patch | cio | 2026-12-24\nPatch | cio | 2026-12-24",
				"Conditions (conditions) has the same line twice. Each line counts for itself.");
	}

	@Test
	void refusesACharacterThatCannotBeStored() {
		assertRefused("Pa\0tch | cio | 2026-12-24",
				"Conditions (conditions) has a control character, which cannot be stored. Remove it.");
	}

	@Test
	void refusesWhatIsNoText() {
		assertRefused(20261224, "Conditions (conditions) must be text, not 20261224.");
		assertRefused(List.of("Patch | cio | 2026-12-24"),
				"Conditions (conditions) must be text, not [Patch | cio | 2026-12-24].");
	}

	private static String lines(int count, String text) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((number) -> "%s %2d | cio | 2026-12-24".formatted(text, number))
			.collect(Collectors.joining("\n"));
	}

	private static List<Condition> read(Object value) {
		Map<String, Object> answers = new HashMap<>(Collections.singletonMap("conditions", value));
		Submission submission = new Submission(answers);
		List<Condition> conditions = Conditions.read(submission, "conditions", "Conditions", TODAY);
		submission.close();
		return conditions;
	}

	private static void assertRefused(Object value, String message) {
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(() -> read(value)).withMessage("%s", message);
	}

}
