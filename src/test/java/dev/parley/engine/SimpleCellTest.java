package dev.parley.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

class SimpleCellTest {

	@ParameterizedTest
	@MethodSource("tables")
	void allowsEveryCellOfTheTablesThatAreShipped(Path table) throws Exception {
		assertThat(cells(table)).isNotEmpty().allMatch(SimpleCell::isSimple);
	}

	static List<Path> tables() throws IOException {
		try (Stream<Path> models = Files.list(Path.of("processes"))) {
			return models.filter((model) -> model.toString().endsWith(".dmn")).sorted().toList();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-", "3", "-3", "2.5", "true", "null", "level", "\"WITHIN_APPETITE\"",
			"\"LOW\", \"HIGH\"", "1, 2, 3", "<= 3", "> 2", "[1..3]", "]1..3[", "not(\"LOW\")", "not(1, 2)",
			"\"for some (words) in a text: if, function!\"", "\"Zürich, 漢字 🔒\"", "\"\"", "  \"LOW\"\n",
			" not(\"LOW\") ", "a + 1" })
	void allowsValuesListsComparisonsAndRanges(String cell) {
		assertThat(SimpleCell.isSimple(cell)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "o.start", "not(o.start)", "o .start", "\"a\".b", "if\"a\"=\"a\"then 1 else 2", "now()",
			"today()", "date(\"2026-12-24\")", "string length(\"x\")", "not(now())", "not(level) and now()",
			"1 + now()", "[now()]", "\"LOW\", now()", "\"x\" + now() + \"y\"", "now ( )", "now\n()",
			"[1][item > now()]", "-(1)", "(1)" })
	void refusesWhateverLooksLikeACall(String cell) {
		assertThat(SimpleCell.isSimple(cell)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"function(x) external {java: {class: \"java.lang.Runtime\", method signature: \"getRuntime()\"}}",
			"{f: function() external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}}, r: f(0)}.r",
			"function(x) x", "function", "external", "for x in [1, 2] return x", "some x in [1, 2] satisfies x > 1",
			"every x in [1, 2] satisfies x > 1", "if level > 2 then 3 else 4", "{a: 1}", "{a: 1}.a" })
	void refusesProgramming(String cell) {
		assertThat(SimpleCell.isSimple(cell)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"a \\\" quote\"", "\"a\\\\\"", "\"\\\" + now() + \\\"\"", "\"a\\\" + now() + \"b\"",
			"\"\\u0022 + now()\"", "\"open", "open\"", "\"a\" \"", "'a'", "“a”", "`a`" })
	void refusesATextWhoseEndIsInDoubt(String cell) {
		assertThat(SimpleCell.isSimple(cell)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "${execution.getProcessEngineServices()}", "#{bean}", "$level", "@\"2026-12-24\"", "? > 3",
			"a / b", "a * b", "a ** b", "1 /* */", "1 // end", "a; b", "a -> b()", "a | b", "a & b", "!a", "a : b",
			"level = 1 ? 2 : 3" })
	void refusesSignsOfOtherLanguages(String cell) {
		assertThat(SimpleCell.isSimple(cell)).isFalse();
	}

	private static List<String> cells(Path table) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		NodeList texts = factory.newDocumentBuilder().parse(table.toFile()).getElementsByTagNameNS("*", "text");
		return IntStream.range(0, texts.getLength()).mapToObj((index) -> texts.item(index).getTextContent()).toList();
	}

}
