package dev.parley.engine.guard;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Refuses a model that would run foreign code, shorten the history, or ask for a form
 * that Parley does not know. It sees every model that the engine reads.
 */
@Component
class ModelGuard extends AbstractBpmnParseListener {

	private final List<ModelRule> rules;

	ModelGuard(List<ModelRule> rules) {
		this.rules = rules;
	}

	@Override
	public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
		List<String> faults = new ArrayList<>();
		check(root, faults);
		if (!faults.isEmpty()) {
			throw new BpmnParseException(String.join(" ", faults), root);
		}
	}

	private void check(Element element, List<String> faults) {
		this.rules.forEach((rule) -> rule.check(element, faults::add));
		element.elements().forEach((child) -> check(child, faults));
	}

}
