package dev.parley.submission;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class SubmissionTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@Test
	void readsEachKindOfAnswer() {
		Map<String, Object> answers = Map.of("title", "VPN", "impact", 4, "due", "2026-12-24", "ownership", true,
				"colour", "RED");

		Submission submission = new Submission(answers);

		assertThat(submission.text("title", "Title", Submission.LINE)).isEqualTo("VPN");
		assertThat(submission.wholeNumber("impact", "Impact", 1, 5)).isEqualTo(4);
		assertThat(submission.optionalDate("due", "Due")).isEqualTo(LocalDate.of(2026, 12, 24));
		assertThat(submission.checked("ownership", "I own this risk")).isTrue();
		assertThat(submission.choice("colour", "Colour", Colour.class)).isEqualTo(Colour.RED);
		assertAccepted(submission);
	}

	@ParameterizedTest
	@MethodSource("requiredAnswers")
	void refusesARequiredAnswerThatIsLeftOut(Consumer<Submission> reader) {
		Submission submission = new Submission(Map.of());

		reader.accept(submission);

		assertRefused(submission, "Answer (answer) is missing.");
	}

	@ParameterizedTest
	@MethodSource("requiredAnswers")
	void refusesARequiredAnswerThatIsNull(Consumer<Submission> reader) {
		Submission submission = submission("answer", null);

		reader.accept(submission);

		assertRefused(submission, "Answer (answer) is missing.");
	}

	@ParameterizedTest
	@MethodSource("requiredAnswers")
	void refusesARequiredAnswerThatIsBlank(Consumer<Submission> reader) {
		Submission submission = submission("answer", " \t\r\n");

		reader.accept(submission);

		assertRefused(submission, "Answer (answer) is missing.");
	}

	static Stream<Named<Consumer<Submission>>> requiredAnswers() {
		return Stream.of(reader("text", (answers) -> answers.text("answer", "Answer", Submission.LINE)),
				reader("whole number", (answers) -> answers.wholeNumber("answer", "Answer", 1, 5)),
				reader("date from", (answers) -> answers.dateFrom("answer", "Answer", TODAY)),
				reader("choice", (answers) -> answers.choice("answer", "Answer", Colour.class)));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "   ", "\r\n" })
	void takesAnOptionalAnswerWithoutContentAsAbsent(String value) {
		Submission submission = new Submission(answers("text", value, "number", value, "date", value, "from", value,
				"choice", value, "checkbox", value));

		assertThat(submission.optionalText("text", "Text", Submission.LINE)).isNull();
		assertThat(submission.optionalWholeNumber("number", "Number", 1, 5)).isNull();
		assertThat(submission.optionalDate("date", "Date")).isNull();
		assertThat(submission.optionalDateFrom("from", "From", TODAY)).isNull();
		assertThat(submission.optionalChoice("choice", "Choice", Colour.class)).isNull();
		assertThat(submission.checked("checkbox", "Checkbox")).isFalse();
		assertAccepted(submission);
	}

	@ParameterizedTest
	@MethodSource
	void refusesTextOfAnotherType(Object value, String shown) {
		Submission submission = submission("title", value);

		submission.text("title", "Title", Submission.LINE);

		assertRefused(submission, "Title (title) must be text, not %s.".formatted(shown));
	}

	static Stream<Arguments> refusesTextOfAnotherType() {
		return Stream.of(arguments(5, "5"), arguments(true, "true"), arguments(List.of("a", "b"), "[a, b]"),
				arguments(Map.of("a", 1), "{a=1}"));
	}

	@Test
	void removesTheSpaceAroundAText() {
		Submission submission = submission("title", "  VPN appliance \n");

		assertThat(submission.text("title", "Title", Submission.LINE)).isEqualTo("VPN appliance");
	}

	@ParameterizedTest
	@ValueSource(strings = { "first line\r\nsecond line", "a\ttab", "locked 🔒, family 👨‍👩‍👧", "Ångström, 漢字, שלום",
			"<script>alert('x')</script> {{#if}} ${x} %s", "1'; drop table risk; --" })
	void storesATextAsItWasWritten(String text) {
		Submission submission = submission("scenario", text);

		assertThat(submission.text("scenario", "Scenario", Submission.TEXT)).isEqualTo(text);
		assertAccepted(submission);
	}

	@ParameterizedTest
	@MethodSource
	void refusesACharacterThatCannotBeStored(String text) {
		Submission submission = submission("scenario", text);

		submission.text("scenario", "Scenario", Submission.TEXT);

		assertRefused(submission, "Scenario (scenario) has a control character, which cannot be stored. Remove it.");
	}

	static Stream<Named<String>> refusesACharacterThatCannotBeStored() {
		return Stream.of(named("NUL", "a\u0000b"), named("nothing but NUL", "\u0000"), named("bell", "a\u0007b"),
				named("escape", "\u001b[31mred"), named("delete", "a\u007fb"), named("C1 control", "a\u009bb"),
				named("lone high surrogate", "a\ud83db"), named("lone low surrogate", "a\udd12b"),
				named("surrogates in the wrong order", "\udd12\ud83d"), named("cut off emoji", "locked \ud83d"));
	}

	@Test
	void acceptsATextOfTheLongestLengthNotCountingTheSpaceAround() {
		String longest = "x".repeat(Submission.LINE);
		Submission submission = submission("title", "   " + longest + "   ");

		assertThat(submission.text("title", "Title", Submission.LINE)).isEqualTo(longest);
		assertAccepted(submission);
	}

	@Test
	void refusesATextThatIsTooLong() {
		Submission submission = submission("title", "x".repeat(201));

		submission.text("title", "Title", Submission.LINE);

		assertRefused(submission, "Title (title) has 201 characters; 200 are allowed.");
	}

	@Test
	void refusesAnOptionalTextThatIsTooLong() {
		Submission submission = submission("initiative", "x".repeat(201));

		assertThat(submission.optionalText("initiative", "Initiative", Submission.LINE)).isNull();
		assertRefused(submission, "Initiative (initiative) has 201 characters; 200 are allowed.");
	}

	@ParameterizedTest
	@MethodSource
	void readsAWholeNumberHoweverItArrives(Object value) {
		Submission submission = submission("impact", value);

		assertThat(submission.wholeNumber("impact", "Impact", 1, 5)).isEqualTo(3);
		assertAccepted(submission);
	}

	static Stream<Named<Object>> readsAWholeNumberHoweverItArrives() {
		return Stream.of(named("Integer", 3), named("Long", 3L), named("Short", (short) 3), named("Double", 3.0),
				named("numeral", "3"), named("numeral with a point", "3.0"), named("numeral with space", " 3 "));
	}

	@ParameterizedTest
	@MethodSource
	void refusesWhatIsNoWholeNumber(Object value, String shown) {
		Submission submission = submission("impact", value);

		submission.wholeNumber("impact", "Impact", 1, 5);

		assertRefused(submission, "Impact (impact) must be a whole number, not %s.".formatted(shown));
	}

	static Stream<Arguments> refusesWhatIsNoWholeNumber() {
		return Stream.of(arguments(2.5, "2.5"), arguments("2.5", "\"2.5\""), arguments("three", "\"three\""),
				arguments("3,0", "\"3,0\""), arguments("0x3", "\"0x3\""), arguments(Double.NaN, "NaN"),
				arguments(Double.POSITIVE_INFINITY, "Infinity"), arguments(true, "true"), arguments(List.of(3), "[3]"));
	}

	@ParameterizedTest
	@MethodSource
	@Timeout(5)
	void refusesANumberTooHugeToCountWith(Object value) {
		Submission submission = submission("impact", value);

		submission.wholeNumber("impact", "Impact", 1, 5);

		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(submission::close)
			.withMessageStartingWith("Impact (impact) ")
			.satisfies((refused) -> assertThat(refused.getMessage()).hasSizeLessThan(150));
	}

	static Stream<Named<Object>> refusesANumberTooHugeToCountWith() {
		return Stream.of(named("1e999999", "1e999999"), named("-1e999999", "-1e999999"),
				named("1e2147483647", "1e2147483647"), named("1e-2147483647", "1e-2147483647"),
				named("1e9999999999", "1e9999999999"), named("a million digits", "9".repeat(1_000_000)),
				named("Long.MAX_VALUE", Long.MAX_VALUE), named("Integer.MAX_VALUE + 4", 1L + Integer.MAX_VALUE + 3),
				named("2 to the 32nd plus 3", (1L << 32) + 3), named("Double.MAX_VALUE", Double.MAX_VALUE),
				named("BigInteger", BigInteger.TEN.pow(1000)));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 6, Integer.MIN_VALUE, Integer.MAX_VALUE })
	void refusesANumberOutOfRange(int value) {
		Submission submission = submission("impact", value);

		submission.wholeNumber("impact", "Impact", 1, 5);

		assertRefused(submission, "Impact (impact) is %d; it goes from 1 to 5.".formatted(value));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 5 })
	void acceptsTheEndsOfTheRange(int value) {
		Submission submission = submission("impact", value);

		assertThat(submission.wholeNumber("impact", "Impact", 1, 5)).isEqualTo(value);
		assertAccepted(submission);
	}

	@Test
	void refusesAnOptionalNumberOutOfRange() {
		Submission submission = submission("impact", 6);

		assertThat(submission.optionalWholeNumber("impact", "Impact", 1, 5)).isNull();
		assertRefused(submission, "Impact (impact) is 6; it goes from 1 to 5.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "24.12.2026", "12/24/2026", "2026-2-3", "2026-02-30", "2026-12-24T00:00:00Z", "tomorrow" })
	void refusesADateInAnotherForm(String value) {
		Submission submission = submission("due", value);

		submission.optionalDate("due", "Due");

		assertRefused(submission, "Due (due) must be a date such as 2026-12-24, not \"%s\".".formatted(value));
	}

	@ParameterizedTest
	@MethodSource
	void refusesADateOfAnotherType(Object value, String shown) {
		Submission submission = submission("due", value);

		submission.dateFrom("due", "Due", TODAY);

		assertRefused(submission, "Due (due) must be a date such as 2026-12-24, not %s.".formatted(shown));
	}

	static Stream<Arguments> refusesADateOfAnotherType() {
		return Stream.of(arguments(20261224, "20261224"), arguments(true, "true"),
				arguments(List.of(2026, 12, 24), "[2026, 12, 24]"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-22", "2027-01-01", "2036-11-22", " 2026-12-24 " })
	void acceptsADateFromTheEarliestDayToTenYearsAfter(String value) {
		Submission submission = submission("due", value);

		assertThat(submission.dateFrom("due", "Due", TODAY)).isEqualTo(value.strip());
		assertAccepted(submission);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-21", "1970-01-01", "1900-01-01" })
	void refusesADateThatIsTooEarly(String value) {
		Submission submission = submission("due", value);

		submission.dateFrom("due", "Due", TODAY);

		assertRefused(submission, "Due (due) is %s; it cannot be before 2026-11-22.".formatted(value));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2036-11-23", "2200-12-31" })
	void refusesADateThatIsTooFarAway(String value) {
		Submission submission = submission("due", value);

		submission.dateFrom("due", "Due", TODAY);

		assertRefused(submission, "Due (due) is %s, more than ten years away.".formatted(value));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1899-12-31", "-0001-01-01", "2201-01-01", "+5874898-01-01", "+999999999-12-31" })
	void refusesADateThatNoDatabaseCouldMean(String value) {
		Submission submission = submission("due", value);

		submission.optionalDate("due", "Due");

		assertRefused(submission, "Due (due) is %s; the year goes from 1900 to 2200.".formatted(value));
	}

	@Test
	void refusesALineOfTwoLines() {
		Submission submission = submission("title", "One\nTwo");

		submission.optionalText("title", "Title", Submission.LINE);

		assertRefused(submission, "Title (title) must be a single line.");
	}

	@Test
	void countsInvisibleTextAsAbsent() {
		Submission submission = submission("title", "\u00a0\u200b");

		submission.text("title", "Title", Submission.LINE);

		assertRefused(submission, "Title (title) is missing.");
	}

	@Test
	void refusesAnOptionalDateThatIsTooEarly() {
		Submission submission = submission("due", "2026-11-21");

		assertThat(submission.optionalDateFrom("due", "Due", TODAY)).isNull();
		assertRefused(submission, "Due (due) is 2026-11-21; it cannot be before 2026-11-22.");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void readsACheckbox(boolean value) {
		Submission submission = submission("ownership", value);

		assertThat(submission.checked("ownership", "I own this risk")).isEqualTo(value);
		assertAccepted(submission);
	}

	@ParameterizedTest
	@MethodSource
	void refusesACheckboxOfAnotherType(Object value, String shown) {
		Submission submission = submission("ownership", value);

		assertThat(submission.checked("ownership", "I own this risk")).isFalse();
		assertRefused(submission, "I own this risk (ownership) must be true or false, not %s.".formatted(shown));
	}

	static Stream<Arguments> refusesACheckboxOfAnotherType() {
		return Stream.of(arguments("true", "\"true\""), arguments("yes", "\"yes\""), arguments(1, "1"),
				arguments(List.of(true), "[true]"));
	}

	@ParameterizedTest
	@MethodSource
	void refusesAChoiceThatIsNotOffered(Object value, String shown) {
		Submission submission = submission("colour", value);

		submission.choice("colour", "Colour", Colour.class);

		assertRefused(submission, "Colour (colour) must be one of RED, GREEN, not %s.".formatted(shown));
	}

	static Stream<Arguments> refusesAChoiceThatIsNotOffered() {
		return Stream.of(arguments("red", "\"red\""), arguments("Red", "\"Red\""), arguments("RED ", "\"RED \""),
				arguments("BLUE", "\"BLUE\""), arguments(0, "0"), arguments(List.of("RED"), "[RED]"));
	}

	@Test
	void refusesAnOptionalChoiceThatIsNotOffered() {
		Submission submission = submission("colour", "red");

		assertThat(submission.optionalChoice("colour", "Colour", Colour.class)).isNull();
		assertRefused(submission, "Colour (colour) must be one of RED, GREEN, not \"red\".");
	}

	@Test
	void shortensALongValueInWhatItTellsThePerson() {
		Submission submission = submission("colour", "x".repeat(5000));

		submission.choice("colour", "Colour", Colour.class);

		assertRefused(submission, "Colour (colour) must be one of RED, GREEN, not \"%s….".formatted("x".repeat(59)));
	}

	@Test
	void refusesKeysThatTheFormDoesNotAskFor() {
		Submission submission = new Submission(Map.of("title", "VPN", "zebra", 1, "approved", true));

		submission.text("title", "Title", Submission.LINE);

		assertRefused(submission, "This form does not ask for: [approved, zebra]. Leave it out.");
	}

	@Test
	void refusesAKeyThatDiffersInCase() {
		Submission submission = submission("Title", "VPN");

		submission.optionalText("title", "Title", Submission.LINE);

		assertRefused(submission, "This form does not ask for: [Title]. Leave it out.");
	}

	@Test
	void shortensTheListOfUnknownKeys() {
		Map<String, Object> answers = new HashMap<>();
		for (int number = 0; number < 1000; number++) {
			answers.put("key" + number, number);
		}

		Submission submission = new Submission(answers);

		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(submission::close)
			.withMessageStartingWith("This form does not ask for: [key0, key1")
			.withMessageEndingWith("…. Leave it out.")
			.satisfies((refused) -> assertThat(refused.getMessage()).hasSizeLessThan(120));
	}

	@Test
	void namesAllFaultsInOneMessage() {
		Submission submission = new Submission(Map.of("impact", 6, "due", "soon", "colour", "red", "extra", 1));

		submission.text("title", "Title", Submission.LINE);
		submission.wholeNumber("impact", "Impact", 1, 5);
		submission.dateFrom("due", "Due", TODAY);
		submission.choice("colour", "Colour", Colour.class);
		submission.refuse("The decider must declare to own the risk (ownership).");

		assertRefused(submission,
				"Title (title) is missing. Impact (impact) is 6; it goes from 1 to 5."
						+ " Due (due) must be a date such as 2026-12-24, not \"soon\"."
						+ " Colour (colour) must be one of RED, GREEN, not \"red\"."
						+ " The decider must declare to own the risk (ownership)."
						+ " This form does not ask for: [extra]. Leave it out.");
	}

	@Test
	void refusesWhatTheFormItselfFoundWrong() {
		Submission submission = new Submission(Map.of());

		submission.refuse("The decider must declare to own the risk (ownership).");

		assertRefused(submission, "The decider must declare to own the risk (ownership).");
	}

	@Test
	void knowsWhetherAKeyIsAnswered() {
		Submission submission = new Submission(answers("filled", "x", "unchecked", false, "blank", " ", "empty", null));

		assertThat(submission.isAnswered("filled")).isTrue();
		assertThat(submission.isAnswered("unchecked")).isTrue();
		assertThat(submission.isAnswered("blank")).isFalse();
		assertThat(submission.isAnswered("empty")).isFalse();
		assertThat(submission.isAnswered("absent")).isFalse();
		assertAccepted(submission);
	}

	private static Named<Consumer<Submission>> reader(String name, Consumer<Submission> reader) {
		return named(name, reader);
	}

	@Test
	void readsLinesThatAreNotBlank() {
		assertThat(submission("questions", " Who? \r\n\n  \nWhen?").lines("questions", "Questions", 3, 10))
			.containsExactly("Who?", "When?");
		assertThat(submission("questions", " \n ").lines("questions", "Questions", 3, 10)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a/b/c/d   | Questions (questions) has 4 lines; 3 are allowed.
			a/b/a     | Questions (questions) has the same line twice. Each line counts for itself.
			abcdefghijk | Questions (questions) has a line of 11 characters, "abcdefghijk"; 10 are allowed.
			""")
	void refusesLinesThatAreTooManyTooLongOrTwice(String lines, String refusal) {
		Submission submission = submission("questions", lines.replace('/', '\n'));

		submission.lines("questions", "Questions", 3, 10);

		assertRefused(submission, refusal);
	}

	@Test
	void readsNumbersAsAListOrAsText() {
		List<Integer> allowed = List.of(1, 2, 3);

		assertThat(submission("satisfied", List.of("1", 3.0)).numbers("satisfied", "Satisfied", allowed))
			.containsExactly(1, 3);
		assertThat(submission("satisfied", "1, 2;3").numbers("satisfied", "Satisfied", allowed)).containsExactly(1, 2,
				3);
		assertThat(submission("satisfied", 2).numbers("satisfied", "Satisfied", allowed)).containsExactly(2);
		assertThat(submission("satisfied", List.of()).numbers("satisfied", "Satisfied", allowed)).isEmpty();
	}

	@Test
	void refusesANumberThatIsNotAmongThoseAllowed() {
		Submission submission = submission("satisfied", List.of("4"));

		submission.numbers("satisfied", "Satisfied", List.of(1, 2));

		assertRefused(submission, "Satisfied (satisfied) has \"4\"; it may list [1, 2].");
	}

	private static Submission submission(String key, Object value) {
		return new Submission(answers(key, value));
	}

	private static Map<String, Object> answers(Object... keysAndValues) {
		Map<String, Object> answers = new HashMap<>();
		for (int index = 0; index < keysAndValues.length; index += 2) {
			answers.put((String) keysAndValues[index], keysAndValues[index + 1]);
		}
		return answers;
	}

	private static void assertAccepted(Submission submission) {
		assertThatNoException().isThrownBy(submission::close);
	}

	private static void assertRefused(Submission submission, String message) {
		assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(submission::close).withMessage("%s", message);
	}

	private enum Colour {

		RED, GREEN

	}

}
