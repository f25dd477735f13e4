package dev.parley.engine.guard;

import java.util.Map;
import java.util.function.Consumer;

import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * A case ends on the versions it began with, so everything called is bound by deployment.
 */
@Component
class BindingRule implements ModelRule {

	private static final Map<String, String> BINDING_OF = Map.of("decisionRef", "decisionRefBinding", "formRef",
			"formRefBinding");

	@Override
	public void check(Element element, Consumer<String> fault) {
		if (element.getTagName().equals("callActivity")) {
			require(element, "calledElementBinding", fault);
		}
		BINDING_OF.forEach((reference, binding) -> {
			if (ModelRule.attribute(element, reference) != null) {
				require(element, binding, fault);
			}
		});
	}

	private static void require(Element element, String binding, Consumer<String> fault) {
		String value = ModelRule.attribute(element, binding);
		if (!"deployment".equals(value)) {
			fault.accept("%s needs camunda:%s=\"deployment\", not %s.".formatted(ModelRule.named(element), binding,
					(value != null) ? "\"" + value + "\"" : "none"));
		}
	}

}
