package dev.parley.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.parley.engine.guard.GuardProperties;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks decision tables and forms before they are deployed; the engine checks neither.
 */
@Component
class ModelChecks {

	private final FormCheck formCheck;

	private final GuardProperties properties;

	ModelChecks(FormCheck formCheck, GuardProperties properties) {
		this.formCheck = formCheck;
		this.properties = properties;
	}

	/**
	 * Checks all models.
	 * @throws ModelRefusal naming each fault
	 */
	void check(Map<String, byte[]> models) {
		List<String> faults = new ArrayList<>();
		models.forEach((name, content) -> {
			if (name.endsWith(".dmn")) {
				checkTable(name, content, faults);
			}
			if (name.endsWith(".form")) {
				this.formCheck.check(name, content, faults);
			}
		});
		if (!faults.isEmpty()) {
			throw new ModelRefusal(String.join(" ", faults));
		}
	}

	private void checkTable(String name, byte[] content, List<String> faults) {
		try {
			DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
			model.getModelElementsByType(Decision.class).forEach((decision) -> checkRetention(name, decision, faults));
			Stream.of(InputExpression.class, InputEntry.class, OutputEntry.class, LiteralExpression.class)
				.flatMap((type) -> model.getModelElementsByType(type).stream())
				.filter((cell) -> !isSimple(cell))
				.forEach((cell) -> faults
					.add(("%s, cell %s: \"%s\" is no simple cell. Allowed are values, lists of values,"
							+ " comparisons and ranges.")
						.formatted(name, cell.getId(), cell.getTextContent().strip())));
		}
		catch (ModelException ex) {
			faults.add("%s is no decision table: %s".formatted(name, ex.getMessage()));
		}
	}

	private void checkRetention(String name, Decision decision, List<String> faults) {
		Integer days = ParseUtil.parseHistoryTimeToLive(decision.getCamundaHistoryTimeToLiveString());
		if (days == null || days < this.properties.historyDays()) {
			faults.add("%s, decision %s keeps its history for %s; set the history time to live to %d days at least."
				.formatted(name, decision.getId(), (days != null) ? days + " days" : "no stated time",
						this.properties.historyDays()));
		}
	}

	private static boolean isSimple(DmnElement cell) {
		return (language(cell) == null || "feel".equalsIgnoreCase(language(cell)))
				&& SimpleCell.isSimple(cell.getTextContent());
	}

	private static @Nullable String language(DmnElement cell) {
		if (cell instanceof LiteralExpression expression) {
			return expression.getExpressionLanguage();
		}
		return (cell instanceof UnaryTests tests) ? tests.getExpressionLanguage() : null;
	}

}
