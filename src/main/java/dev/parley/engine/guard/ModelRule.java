package dev.parley.engine.guard;

import java.util.function.Consumer;

import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.jspecify.annotations.Nullable;

/** A rule about one element of a model. */
interface ModelRule {

	Namespace ENGINE = new Namespace("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

	/** Checks the element, and says what is wrong and what to do instead. */
	void check(Element element, Consumer<String> fault);

	/**
	 * An attribute of the engine's own, or null; inside its elements it bears no prefix.
	 */
	static @Nullable String attribute(Element element, String name) {
		String value = element.attributeNS(ENGINE, name);
		boolean own = ENGINE.getNamespaceUri().equals(element.getUri())
				|| ENGINE.getAlternativeUri().equals(element.getUri());
		return (value == null && own) ? element.attribute(name) : value;
	}

	/** How to speak of an element: its kind and id. */
	static String named(Element element) {
		String id = element.attribute("id");
		return (id != null) ? element.getTagName() + " " + id : element.getTagName();
	}

}
