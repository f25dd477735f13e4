package dev.parley.engine.guard;

import java.util.Set;
import java.util.function.Consumer;

import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** No script, no class, no connector: a model names only beans of Parley. */
@Component
class NoForeignCodeRule implements ModelRule {

	private static final Set<String> ELEMENTS = Set.of("scriptTask", "script", "connector", "formData", "field");

	private static final Set<String> ATTRIBUTES = Set.of("class", "expression", "variableMappingClass",
			"variableMappingDelegateExpression", "formHandlerClass", "formKey", "resource", "scriptFormat", "type",
			"topic", "calledElementTenantId");

	private static final Set<String> CONDITIONS = Set.of("conditionExpression", "condition");

	private final ModelBeans beans;

	NoForeignCodeRule(ModelBeans beans) {
		this.beans = beans;
	}

	@Override
	public void check(Element element, Consumer<String> fault) {
		if (ELEMENTS.contains(element.getTagName())) {
			fault.accept("%s is not allowed: work belongs into a delegate, rules into a decision table."
				.formatted(ModelRule.named(element)));
		}
		for (String attribute : ATTRIBUTES) {
			if (ModelRule.attribute(element, attribute) != null) {
				fault.accept(
						"%s has camunda:%s, which is not allowed. Name a bean of Parley with camunda:delegateExpression."
							.formatted(ModelRule.named(element), attribute));
			}
		}
		if (CONDITIONS.contains(element.getTagName()) && element.attribute("language") != null) {
			fault.accept("A condition of %s names a script language, and scripts are not allowed."
				.formatted(ModelRule.named(element)));
		}
		checkDelegate(element, ModelRule.attribute(element, "delegateExpression"), fault);
	}

	private void checkDelegate(Element element, @Nullable String expression, Consumer<String> fault) {
		if (expression == null) {
			return;
		}
		Set<String> names = this.beans.delegateNames();
		boolean known = expression.matches("[$#]\\{\\w+}") && names.contains(expression.replaceAll("\\W", ""));
		if (!known) {
			fault.accept("%s names %s, which Parley does not have. It has: %s.".formatted(ModelRule.named(element),
					expression, String.join(", ", names)));
		}
	}

}
