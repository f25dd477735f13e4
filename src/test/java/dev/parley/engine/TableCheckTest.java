package dev.parley.engine;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A table whose results nobody would understand is refused before a case finds out. */
class TableCheckTest {

	private final TableCheck check = new TableCheck();

	@Test
	void acceptsTheTablesThatAreShipped() {
		assertThatCode(() -> this.check.check(shipped())).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					CaseRoute      | "FAST_LANE"</text>\\s*</outputEntry> | "FAST"</text></outputEntry> | "FAST" is no result
					RiskAppetite   | name="tolerance"   | name="limit"       | no result column "tolerance"
					RiskAppetite   | <text>4</text>     | <text>6</text>     | 6 is no result
					DecisionRights | <text>"CRO"</text>\\s*</outputEntry> | <text>"CEO"</text></outputEntry> | "CEO" is no result
					ServiceLevels  | name="JudgeAnswers" | name="Judge"      | no result column "JudgeAnswers"
					ServiceLevels  | name="ChallengeRounds" | name="Rounds"  | no result column "ChallengeRounds"
					ServiceLevels  | <text>10</text>    | <text>0</text>     | 0 is no result
					ExemptionLimits | name="longest"   | name="duration"    | no result column "longest"
					ExemptionLimits | <text>183</text> | <text>0</text>     | 0 is no result
					ExemptionLimits | <text>92</text>  | <text>10000</text> | 10000 is no result
					ExemptionLimits | <text>0.75</text> | <text>1.5</text>  | 1.5 is no result
					ExemptionLimits | <text>0.5</text> | <text>0</text>     | 0 is no result
					ExemptionLimits | <text>2</text>   | <text>-1</text>    | -1 is no result
					ExemptionLimits | "MEDIUM"</text>\\s*</inputEntry> | "LOW"</text></inputEntry> | no row for MEDIUM
					ServiceLevels  | "UNRATED"</text>\\s*</inputEntry> | "LOW"</text></inputEntry> | no row for UNRATED
					""",
			quoteCharacter = '`')
	void refusesATableWhoseResultsNobodyKnows(String table, String part, String instead, String words) {
		refuses(table, part, instead, words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			RiskAppetite   | Rule_SharedAny       | no row for assetClass SHARED, category DATA
			RiskAppetite   | Rule_BusinessUnitAny | no row for assetClass BUSINESS_UNIT, category SAFETY
			RiskLevel      | Rule_Likelihood3Impact4 | no row for impact 4, likelihood 3
			DecisionRights | Rule_None            | no row that catches what no other does
			""")
	void refusesATableThatDoesNotAnswerAllThatIsAsked(String table, String rule, String words) {
		refuses(table, "(?s)<rule id=\"%s\">.*?</rule>".formatted(rule), "", words);
	}

	@Test
	void refusesAnAppetiteThatDoesNotRise() {
		refuses("RiskAppetite", "(?s)(Rule_SharedSafety_Tolerance\">\\s*<text>)2", "$15",
				"it must rise from appetite to tolerance to capacity");
	}

	@Test
	void refusesTwoAnswersToOneQuestion() {
		refuses("RiskLevel", "(?s)(Rule_Likelihood1Impact2_Impact\">\\s*<text>)2", "$11",
				"no answer for impact 1, likelihood 1");
	}

	private void refuses(String table, String part, String instead, String words) {
		Map<String, byte[]> models = shipped();
		String file = "processes/" + table + ".dmn";
		String changed = new String(models.get(file), StandardCharsets.UTF_8).replaceFirst(part, instead);
		models.put(file, changed.getBytes(StandardCharsets.UTF_8));

		assertThatExceptionOfType(ModelRefusal.class).isThrownBy(() -> this.check.check(models))
			.withMessageContaining(file)
			.withMessageContaining(words);
	}

	private static Map<String, byte[]> shipped() {
		return new ModelFiles(new ModelsProperties("file:./")).read();
	}

}
