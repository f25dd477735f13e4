package dev.parley.engine.guard;

import java.util.function.Consumer;

import org.camunda.bpm.engine.impl.util.xml.Element;

/** A rule about one element of a model. */
interface ModelRule {

	String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	/** Checks the element, and says what is wrong and what to do instead. */
	void check(Element element, Consumer<String> fault);

	/** An attribute of the engine's own, or null. */
	static @org.jspecify.annotations.Nullable String attribute(Element element, String name) {
		return element.attributeNS(new org.camunda.bpm.engine.impl.util.xml.Namespace(CAMUNDA), name);
	}

	/** How to speak of an element: its kind and id. */
	static String named(Element element) {
		String id = element.attribute("id");
		return (id != null) ? element.getTagName() + " " + id : element.getTagName();
	}

}
