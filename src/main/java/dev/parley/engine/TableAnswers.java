package dev.parley.engine;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.parley.register.AssetClass;
import dev.parley.register.Category;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;

/**
 * Asks decision tables all that Parley may ask them, before a case does: an appetite for
 * each asset class and category, a level for each score. Who has the right to decide is
 * asked for too much to try it all; there a last row has to catch what no other does.
 */
final class TableAnswers {

	private static final String APPETITE = "RiskAppetite";

	private static final String LEVEL = "RiskLevel";

	private static final String RIGHTS = "DecisionRights";

	private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	private TableAnswers() {
	}

	/** Checks the tables, whose cells are simple ones and known results. */
	static void check(Map<String, byte[]> models, Collection<String> faults) {
		byte[] appetite = models.get(TableCheck.file(APPETITE));
		if (appetite != null) {
			checkAppetite(decision(APPETITE, appetite), faults);
		}
		byte[] level = models.get(TableCheck.file(LEVEL));
		if (level != null) {
			checkLevel(decision(LEVEL, level), faults);
		}
		byte[] rights = models.get(TableCheck.file(RIGHTS));
		if (rights != null) {
			checkRights(rights, faults);
		}
	}

	private static DmnDecision decision(String key, byte[] content) {
		return ENGINE.parseDecision(key, new ByteArrayInputStream(content));
	}

	private static void checkAppetite(DmnDecision table, Collection<String> faults) {
		combinations(AssetClass.values(), Category.values()).forEach((pair) -> {
			Map<String, Object> facts = Map.of("assetClass", pair.get(0).name(), "category", pair.get(1).name());
			ask(APPETITE, table, facts, faults).filter((row) -> TableAppetite.appetite(row).isEmpty())
				.forEach((row) -> faults
					.add("%s: asset class %s, category %s has %s; it must rise from appetite to tolerance to capacity."
						.formatted(TableCheck.file(APPETITE), pair.get(0), pair.get(1), row)));
		});
	}

	private static Stream<List<Enum<?>>> combinations(AssetClass[] classes, Category[] categories) {
		return Stream.of(classes)
			.flatMap((one) -> Stream.of(categories).map((category) -> List.<Enum<?>>of(one, category)));
	}

	private static void checkLevel(DmnDecision table, Collection<String> faults) {
		IntStream.rangeClosed(1, 5)
			.forEach((likelihood) -> IntStream.rangeClosed(1, 5)
				.forEach((impact) -> ask(LEVEL, table, Map.of("likelihood", likelihood, "impact", impact), faults)
					.close()));
	}

	/** The one row that applies; none, with a fault, where it is not one. */
	private static Stream<Map<String, Object>> ask(String name, DmnDecision table, Map<String, Object> facts,
			Collection<String> faults) {
		try {
			DmnDecisionTableResult result = ENGINE.evaluateDecisionTable(table, facts);
			if (result.size() == 1) {
				return Stream.of(result.getSingleResult().getEntryMap());
			}
			faults.add("%s has %s for %s.".formatted(TableCheck.file(name),
					result.isEmpty() ? "no row" : "several rows", words(facts)));
		}
		catch (DmnEngineException ex) {
			faults.add("%s has no answer for %s: %s.".formatted(TableCheck.file(name), words(facts), ex.getMessage()));
		}
		return Stream.empty();
	}

	private static String words(Map<String, Object> facts) {
		return facts.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((fact) -> fact.getKey() + " " + fact.getValue())
			.reduce((one, other) -> one + ", " + other)
			.orElse("");
	}

	private static void checkRights(byte[] content, Collection<String> faults) {
		Dmn.readModelFromStream(new ByteArrayInputStream(content))
			.getModelElementsByType(DecisionTable.class)
			.stream()
			.filter((table) -> table.getRules()
				.stream()
				.noneMatch((rule) -> rule.getInputEntries().stream().allMatch(TableAnswers::takesAll)))
			.forEach((table) -> faults.add(
					"%s has no row that catches what no other does. Add a last one with \"-\" in each of its input cells."
						.formatted(TableCheck.file(RIGHTS))));
	}

	private static boolean takesAll(InputEntry cell) {
		String text = cell.getTextContent().strip();
		return text.isEmpty() || text.equals("-");
	}

}
