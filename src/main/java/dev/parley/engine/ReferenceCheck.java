package dev.parley.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses models that refer to a form, a table or a process whose file is missing. */
@Component
class ReferenceCheck {

	private static final String ENGINE = "http://camunda.org/schema/1.0/bpmn";

	/** Tables that code asks, not a diagram. */
	private static final Set<String> ASKED_BY_CODE = Set.of("RiskLevel", "ServiceLevels");

	/**
	 * Checks all models.
	 * @throws ModelRefusal naming each missing file
	 */
	void check(Map<String, byte[]> models) {
		List<String> faults = new ArrayList<>();
		models.forEach((name, content) -> {
			if (name.endsWith(".bpmn")) {
				check(name, content, models.keySet(), faults);
			}
		});
		ASKED_BY_CODE.forEach((table) -> require("Parley", file("processes/", table, ".dmn"), models.keySet(), faults));
		if (!faults.isEmpty()) {
			throw new ModelRefusal(String.join(" ", faults));
		}
	}

	private static void check(String name, byte[] content, Set<String> files, List<String> faults) {
		try {
			BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
			model.getModelElementsByType(FlowNode.class).forEach((node) -> {
				String where = name + ", " + node.getId();
				require(where, file("forms/", node.getAttributeValueNs(ENGINE, "formRef"), ".form"), files, faults);
				require(where, file("processes/", node.getAttributeValueNs(ENGINE, "decisionRef"), ".dmn"), files,
						faults);
				require(where, file("processes/", node.getAttributeValue("calledElement"), ".bpmn"), files, faults);
			});
		}
		catch (ModelException ex) {
			faults.add("%s is no diagram: %s".formatted(name, ex.getMessage()));
		}
	}

	private static @Nullable String file(String folder, @Nullable String reference, String suffix) {
		return (reference != null) ? folder + reference + suffix : null;
	}

	private static void require(String where, @Nullable String file, Set<String> files, List<String> faults) {
		if (file != null && !files.contains(file)) {
			faults.add("%s needs %s, which is not there.".formatted(where, file));
		}
	}

}
