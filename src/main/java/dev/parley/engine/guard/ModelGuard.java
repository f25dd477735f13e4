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
 * that Parley does not know. It looks when a model is deployed: what was deployed under
 * earlier rules goes on for the cases that began with it.
 */
@Component
class ModelGuard extends AbstractBpmnParseListener {

	private final List<ModelRule> rules;

	private final Sanction sanction;

	ModelGuard(List<ModelRule> rules, Sanction sanction) {
		this.rules = rules;
		this.sanction = sanction;
	}

	@Override
	public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
		if (!this.sanction.isGiven()) {
			return;
		}
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
