package dev.parley.engine;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.parley.ParleyTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ParleyTest
class ModelChecksTest {

	private static final String TABLE = """
			<?xml version="1.0" encoding="UTF-8"?>
			<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
			    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="D" name="D" namespace="x">
			  <decision id="Test" name="Test" camunda:historyTimeToLive="3650"><decisionTable id="T" hitPolicy="FIRST">
			    <input id="I"><inputExpression id="IE" typeRef="integer"><text>%s</text></inputExpression></input>
			    <output id="O" name="o" typeRef="string" />
			    <rule id="R"><inputEntry id="Cell_In"%s><text>%s</text></inputEntry>
			      <outputEntry id="Cell_Out"><text>%s</text></outputEntry></rule>
			  </decisionTable></decision>
			</definitions>
			""";

	@Autowired
	ModelChecks checks;

	@Autowired
	ModelFiles files;

	@Test
	void acceptsTheModelsThatAreShipped() {
		assertThatCode(() -> this.checks.check(this.files.read())).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-", "3", "-1.5", "\"A\"", "\"A\",\"B\"", "< 3", ">= 3", "[1..3]", "]1..3[", "not(3)",
			"true", "null" })
	void acceptsSimpleCells(String cell) {
		assertThatCode(() -> check("level", "", cell, "\"x\"")).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "${''.getClass()}", "#{1}", "''.getClass()", "(1)", "f(1)", "not(f(1))", "not(not(f(1)))",
			"java.lang.Runtime.getRuntime()", "{a: 1}", "{a: 1}.a", "@\"2020-01-01\"", "function(x) x",
			"function(x) external { java: { class: \"java.lang.Runtime\", method signature: \"getRuntime()\" } }",
			"for x in [1] return x", "some x in [1] satisfies x", "if true then 1 else 2", "1; 2", "`x`", "a\\u0028b",
			"\"a\\\"\".f(\"b\")", "\"x\" + date(\"2020-01-01\")", "/* */", "x instance of y ?", "a*b", "'x'", "a:b",
			"\"\u201c(\u201d\"(", "\uff081\uff09" })
	void refusesACellThatIsNotSimple(String cell) {
		assertThatExceptionOfType(ModelRefusal.class).isThrownBy(() -> check("level", "", cell, "\"x\""))
			.withMessageContaining("processes/Test.dmn")
			.withMessageContaining("cell Cell_In");
		assertThatExceptionOfType(ModelRefusal.class).isThrownBy(() -> check("level", "", "-", cell))
			.withMessageContaining("processes/Test.dmn")
			.withMessageContaining("cell Cell_Out");
		assertThatExceptionOfType(ModelRefusal.class).isThrownBy(() -> check(cell, "", "-", "\"x\""))
			.withMessageContaining("processes/Test.dmn")
			.withMessageContaining("cell IE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "juel", "groovy", "javascript", "JUEL", "http://www.omg.org/spec/FEEL/20140401" })
	void refusesACellInALanguage(String language) {
		assertThatExceptionOfType(ModelRefusal.class)
			.isThrownBy(() -> check("level", " expressionLanguage=\"" + language + "\"", "3", "\"x\""))
			.withMessageContaining("processes/Test.dmn")
			.withMessageContaining("cell Cell_In");
	}

	@Test
	void refusesATableThatShortensItsHistory() {
		String model = TABLE.replace("3650", "180").formatted("level", "", "-", "\"x\"");

		assertThatExceptionOfType(ModelRefusal.class).isThrownBy(() -> check("processes/Test.dmn", model))
			.withMessageContaining("processes/Test.dmn, decision Test keeps its history for 180 days");
	}

	@Test
	void refusesADecisionThatIsAnExpression() {
		String model = """
				<?xml version="1.0" encoding="UTF-8"?>
				<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="D" name="D" namespace="x">
				  <decision id="Test" name="Test"><variable id="V" name="v" />
				    <literalExpression id="L"><text>f(1)</text></literalExpression></decision>
				</definitions>
				""";

		assertThatExceptionOfType(ModelRefusal.class).isThrownBy(() -> check("processes/Test.dmn", model))
			.withMessageContaining("processes/Test.dmn")
			.withMessageContaining("cell L");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no XML", "<definitions/>",
			"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>" })
	void refusesATableThatCannotBeRead(String content) {
		assertThatExceptionOfType(ModelRefusal.class).isThrownBy(() -> check("processes/Test.dmn", content))
			.withMessageContaining("processes/Test.dmn");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "filepicker", "documentPreview", "dynamiclist", "iframe", "image", "button", "script", "" })
	void refusesAComponentThatTasklistCannotShow(String type) {
		assertThatExceptionOfType(ModelRefusal.class)
			.isThrownBy(() -> check("forms/Test.form", form("{\"type\": \"%s\", \"id\": \"Field_X\"}".formatted(type))))
			.withMessageContaining("forms/Test.form")
			.withMessageContaining("\"" + type + "\"")
			.withMessageContaining("Field_X");
	}

	@Test
	void looksIntoGroups() {
		String group = "{\"type\": \"group\", \"id\": \"G\", \"components\": [{\"type\": \"group\", \"components\": [{\"type\": \"iframe\", \"id\": \"Field_X\"}]}]}";

		assertThatExceptionOfType(ModelRefusal.class).isThrownBy(() -> check("forms/Test.form", form(group)))
			.withMessageContaining("iframe")
			.withMessageContaining("Field_X");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"id\": \"Other\", \"type\": \"default\"} | Other",
					"{\"id\": \"Test\", \"type\": \"default\", \"schemaVersion\": 17} | schemaVersion 17",
					"no JSON | no form", "[] | Test" })
	void refusesAFormThatIsNone(String form, String named) {
		assertThatExceptionOfType(ModelRefusal.class).isThrownBy(() -> check("forms/Test.form", form))
			.withMessageContaining("forms/Test.form")
			.withMessageContaining(named);
	}

	private static String form(String component) {
		return "{\"id\": \"Test\", \"type\": \"default\", \"schemaVersion\": 16, \"components\": [%s]}"
			.formatted(component);
	}

	private void check(String input, String attributes, String inputEntry, String outputEntry) {
		check("processes/Test.dmn",
				TABLE.formatted(escaped(input), attributes, escaped(inputEntry), escaped(outputEntry)));
	}

	private void check(String name, String content) {
		this.checks.check(Map.of(name, content.getBytes(StandardCharsets.UTF_8)));
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}

}
